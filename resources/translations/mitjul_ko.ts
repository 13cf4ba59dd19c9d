<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Mitjul</source>
        <translation>밑줄 정보</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>버전 정보 복사</translation>
    </message>
    <message>
        <source>Marks claims, figures and speakers in Korean news. Nothing is sent.</source>
        <translation>한국어 기사에서 주장, 수치, 화자를 표시합니다. 어떤 내용도 외부로 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Qt is used under the LGPL 3. Fonts:</source>
        <translation>Apache License 2.0. Qt는 LGPL 3에 따라 사용합니다. 글꼴:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>AcceptAll</name>
    <message>
        <source>There is nothing of this kind to accept.</source>
        <translation>수락할 제안이 없습니다.</translation>
    </message>
    <message>
        <source>Accepted {count}. One undo takes all of them back.</source>
        <translation>{count}개를 수락했습니다. 실행 취소 한 번으로 모두 되돌립니다.</translation>
    </message>
</context>
<context>
    <name>AliasChips</name>
    <message>
        <source>One more name</source>
        <translation>다른 이름 추가</translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Delete annotation</source>
        <translation>주석 삭제</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>관계 추가…</translation>
    </message>
    <message>
        <source>Relate this annotation to another one (R)</source>
        <translation>이 주석에서 다른 주석으로 관계 추가 (R)</translation>
    </message>
    <message>
        <source>Selected {label}</source>
        <translation>선택한 {label}</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접 표시</translation>
    </message>
    <message>
        <source>rule {name}</source>
        <translation>규칙 {name}</translation>
    </message>
    <message>
        <source>imported ({name})</source>
        <translation>가져옴 ({name})</translation>
    </message>
</context>
<context>
    <name>AnnotationForm</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>AnnotationTable</name>
    <message>
        <source>Annotations</source>
        <translation>주석</translation>
    </message>
</context>
<context>
    <name>AnnotationTableModel</name>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>주석</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
</context>
<context>
    <name>AnnotatorDialog</name>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Annotations you make from now on carry this name. Earlier ones keep theirs.</source>
        <translation>이제부터 만드는 주석에 이 이름이 기록됩니다. 이전 주석에 기록된 이름은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>In this project already</source>
        <translation>이 프로젝트의 작업자</translation>
    </message>
</context>
<context>
    <name>AnnotatorMenu</name>
    <message>
        <source>Somebody else…</source>
        <translation>다른 사람…</translation>
    </message>
    <message>
        <source>Only my annotations</source>
        <translation>내 주석만 보기</translation>
    </message>
    <message>
        <source>Whose annotations are shown</source>
        <translation>보이는 작업자</translation>
    </message>
    <message>
        <source>Allow changes to other people&apos;s annotations</source>
        <translation>다른 작업자의 주석 고치기 허용</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>Selected: {text}</source>
        <translation>선택: {text}</translation>
    </message>
    <message>
        <source>Suggestion. {words}</source>
        <translation>제안. {words}</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Why this is none:</source>
        <translation>문제가 아닌 까닭:</translation>
    </message>
    <message>
        <source>Another reason, then Enter</source>
        <translation>다른 까닭을 적고 Enter</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
</context>
<context>
    <name>ArticleStates</name>
    <message>
        <source>No other article is left to do.</source>
        <translation>더 할 기사가 없습니다.</translation>
    </message>
    <message>
        <source>An article can now be done only when nothing is left to check.</source>
        <translation>이제 확인할 것이 없어야 기사를 완료할 수 있습니다.</translation>
    </message>
    <message>
        <source>An article can now be done although something is left to check.</source>
        <translation>이제 확인할 것이 남아 있어도 기사를 완료할 수 있습니다.</translation>
    </message>
    <message>
        <source>Not done: {count} things are left to check. {key} goes through them.</source>
        <translation>완료하지 않았습니다. 확인할 것이 {count}개 남아 있습니다({key}).</translation>
    </message>
    <message>
        <source>The list on the right</source>
        <translation>오른쪽 목록</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
</context>
<context>
    <name>Attributing</name>
    <message>
        <source>Select a claim first, then press S.</source>
        <translation>먼저 주장을 고른 뒤 S를 누르세요.</translation>
    </message>
    <message>
        <source>Choose a speaker or a cue; Esc gives up.</source>
        <translation>화자나 인용 표지를 고르세요. Esc를 누르면 그만둡니다.</translation>
    </message>
    <message>
        <source>Who said it: press a number, type a name, or select it in the text and Enter.</source>
        <translation>누가 한 말인가요? 번호를 누르거나, 이름을 입력하거나, 기사에서 선택하고 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>새로 만들기: {name}</translation>
    </message>
    <message>
        <source>new in the registry</source>
        <translation>명부에 새로 추가</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>값 없음</translation>
    </message>
</context>
<context>
    <name>ClaimFactsView</name>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Figures of this claim</source>
        <translation>이 주장의 수치</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>화자</translation>
    </message>
    <message>
        <source>mentions {count}</source>
        <translation>언급 {count}</translation>
    </message>
    <message>
        <source>not in the registry</source>
        <translation>명부에 없음</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>아직 없음</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>What do the columns hold? One of them has the text of the articles.</source>
        <translation>각 열에 무엇이 들어 있습니까? 그중 하나는 기사의 본문이어야 합니다.</translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation>인코딩: {name}</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>첫 행은 열의 이름</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>기능 찾기</translation>
    </message>
    <message>
        <source>Find an action: name, English or initials</source>
        <translation>기능 이름, 영어, 초성으로 찾기</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>No action is called that.</source>
        <translation>그런 이름의 기능이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>This project can only be read.</source>
        <translation>이 프로젝트는 읽기만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The article is too long to be corrected here: {n} characters.</source>
        <translation>기사가 너무 길어 여기서 고칠 수 없습니다: {n}자.</translation>
    </message>
    <message>
        <source>Before {name} corrected it, {at}</source>
        <translation>{name} 작업자가 고치기 전, {at}</translation>
    </message>
    <message>
        <source>Keeping the correction…</source>
        <translation>고친 본문을 적용하는 중…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
</context>
<context>
    <name>CorrectionPreview</name>
    <message>
        <source>Corrections in {name}</source>
        <translation>{name}에서 바로잡은 것</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Only features, notes, registry entries and answers are taken; text and places never are. What was changed in the project as well stays as it is unless you tick it.</source>
        <translation>속성, 메모, 화자 명부, 답만 가져오고 본문과 위치는 가져오지 않습니다. 프로젝트에서도 바뀐 것은 표시하지 않는 한 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>바로잡은 것</translation>
    </message>
    <message>
        <source>The chosen row</source>
        <translation>고른 행</translation>
    </message>
    <message>
        <source>Take {n}</source>
        <translation>{n}개 가져오기</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>모두 {n}</translation>
    </message>
    <message>
        <source>Changes {n}</source>
        <translation>바뀐 것 {n}</translation>
    </message>
    <message>
        <source>Conflicts {n}</source>
        <translation>충돌 {n}</translation>
    </message>
    <message>
        <source>Cannot be taken {n}</source>
        <translation>가져올 수 없음 {n}</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet} 시트 {row}행</translation>
    </message>
    <message>
        <source>In the workbook: {words}</source>
        <translation>통합 문서: {words}</translation>
    </message>
    <message>
        <source>At the export: {words}</source>
        <translation>내보낼 때: {words}</translation>
    </message>
    <message>
        <source>In the project: {words}</source>
        <translation>프로젝트: {words}</translation>
    </message>
    <message>
        <source>Rows of the same id say different things.</source>
        <translation>id가 같은 행들의 내용이 서로 다릅니다.</translation>
    </message>
    <message>
        <source>Other claims of the same speaker have another name in the workbook.</source>
        <translation>통합 문서에서 같은 화자의 다른 주장은 이름이 다릅니다.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Mitjul ended unexpectedly last time</source>
        <translation>지난번에 밑줄이 예기치 않게 종료되었습니다</translation>
    </message>
    <message>
        <source>Something went wrong in Mitjul</source>
        <translation>밑줄에 문제가 생겼습니다</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>This is a fault of the program. Your work is saved up to the last gesture, and you can go on.</source>
        <translation>프로그램 오류입니다. 작업은 마지막 조작까지 저장되어 있으며, 이어서 작업할 수 있습니다.</translation>
    </message>
    <message>
        <source>For a report: versions and places in the program, nothing of your articles</source>
        <translation>오류 보고용 정보: 버전과 프로그램 내 위치만 있으며 기사 내용은 없습니다</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>상세 정보 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Mitjul cannot start</source>
        <translation>밑줄을 시작할 수 없습니다</translation>
    </message>
    <message>
        <source>This is a fault of the program. Your projects are not touched. Installing Mitjul again may help.</source>
        <translation>프로그램 오류입니다. 프로젝트는 그대로 있습니다. 밑줄을 다시 설치하면 나을 수 있습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message>
        <source>There is only one annotator&apos;s work in this article.</source>
        <translation>이 기사에는 작업자 한 사람의 주석만 있습니다.</translation>
    </message>
    <message>
        <source>Taking over…</source>
        <translation>합의된 주석을 가져오는 중…</translation>
    </message>
    <message>
        <source>{n} taken over that all agree on. {left} differ.</source>
        <translation>모두 같은 주석 {n}개를 옮겼습니다. 다른 곳 {left}개.</translation>
    </message>
    <message>
        <source>Everything in this article is settled.</source>
        <translation>이 기사의 다른 곳을 모두 정했습니다.</translation>
    </message>
    <message>
        <source>{label}: difference {n} of {of}</source>
        <translation>{label}: 다른 곳 {n}/{of}</translation>
    </message>
    <message>
        <source>A takes all, X none, Tab goes on and leaves it open, Esc ends.</source>
        <translation>A 모두 채택, X 모두 버림, Tab 미루고 다음, Esc 마침</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>표시하지 않음</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>There is no further annotation in this direction.</source>
        <translation>이 방향에는 주석이 더 없습니다.</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>This article</source>
        <translation>이 기사</translation>
    </message>
    <message>
        <source>New</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>언론사</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>발행일</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>기자명</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>글자 수</translation>
    </message>
    <message>
        <source>This article says that reuse and AI training are not allowed.</source>
        <translation>이 기사에는 재이용과 AI 학습을 금지하는 문구가 있습니다.</translation>
    </message>
    <message>
        <source>This article says that AI training is not allowed.</source>
        <translation>이 기사에는 AI 학습을 금지하는 문구가 있습니다.</translation>
    </message>
    <message>
        <source>This article says that reuse is not allowed.</source>
        <translation>이 기사에는 재이용을 금지하는 문구가 있습니다.</translation>
    </message>
    <message>
        <source>You will be asked when you export.</source>
        <translation>처리 방법은 내보낼 때 묻습니다.</translation>
    </message>
    <message>
        <source>A ground for using its text is recorded.</source>
        <translation>텍스트를 이용할 근거가 기록되어 있습니다.</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Filter articles</source>
        <translation>기사 거르기</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>기사 추가</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>파일 가져오기…</translation>
    </message>
    <message>
        <source>Paste an article…</source>
        <translation>기사 붙여넣기…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>New</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사 목록</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>아직 기사가 없습니다</translation>
    </message>
    <message>
        <source>Drop article files here, paste an article, or import files.</source>
        <translation>기사 파일을 여기로 끌어다 놓거나, 기사를 붙여넣거나, 파일을 가져오십시오.</translation>
    </message>
    <message>
        <source>No article matches</source>
        <translation>조건에 맞는 기사가 없습니다</translation>
    </message>
    <message>
        <source>Change the words or show all states.</source>
        <translation>검색어를 바꾸거나 모든 상태를 표시하십시오.</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>모든 기사 표시</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>완료로 표시</translation>
    </message>
    <message>
        <source>Mark as in progress</source>
        <translation>진행으로 표시</translation>
    </message>
    <message>
        <source>Mark as new</source>
        <translation>대기로 표시</translation>
    </message>
    <message>
        <source>Delete {count} articles…</source>
        <translation>기사 {count}건 삭제…</translation>
    </message>
    <message>
        <source>Delete the article…</source>
        <translation>기사 삭제…</translation>
    </message>
    <message>
        <source>Mark as skipped</source>
        <translation>건너뜀으로 표시</translation>
    </message>
    <message>
        <source>Words of the title or the publisher</source>
        <translation>제목이나 언론사의 낱말</translation>
    </message>
    <message>
        <source>Rights…</source>
        <translation>이용 권리…</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>확인할 것</translation>
    </message>
</context>
<context>
    <name>Edges</name>
    <message>
        <source>Select an annotation first, then press [ or ].</source>
        <translation>주석을 먼저 고른 뒤 [ 또는 ]를 누르세요.</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>왼쪽 경계</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>오른쪽 경계</translation>
    </message>
    <message>
        <source>{edge}: ← → by a character, Ctrl by a word, {key} again: next place. Enter keeps, Esc takes back.</source>
        <translation>{edge}: ← → 한 글자, Ctrl과 함께 한 단어, {key} 한 번 더: 다음 자리. Enter로 두고, Esc로 되돌립니다.</translation>
    </message>
    <message>
        <source>Select text or an annotation first.</source>
        <translation>글이나 주석을 먼저 고르세요.</translation>
    </message>
    <message>
        <source>Nothing was left out at this end.</source>
        <translation>이 끝에서 떼어 낸 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>EntityEditor</name>
    <message>
        <source>Name or alias</source>
        <translation>이름 또는 다른 이름</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>새로 만들기: {name}</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>언급</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>다른 사람으로…</translation>
    </message>
    <message>
        <source>Give the selected mentions to a new entry</source>
        <translation>선택한 언급을 새 항목으로 옮깁니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>직함</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>소속</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>영문 이름</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>다른 이름</translation>
    </message>
    <message>
        <source>Mentions {mentions} · claims without a mention {relations}</source>
        <translation>언급 {mentions} · 언급 없이 연결된 주장 {relations}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>The file there will be replaced.</source>
        <translation>같은 이름의 기존 파일을 덮어씁니다.</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Tables to read, sort and count.</source>
        <translation>읽고 정렬하고 집계하는 표</translation>
    </message>
    <message>
        <source>Everything in one file, to import again.</source>
        <translation>모든 내용을 한 파일에, 다시 가져오기용</translation>
    </message>
    <message>
        <source>Annotations of</source>
        <translation>내보낼 주석</translation>
    </message>
    <message>
        <source>Training format</source>
        <translation>학습 데이터 형식</translation>
    </message>
    <message>
        <source>One article a line, to import again.</source>
        <translation>한 줄에 기사 하나. 다시 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>학습 데이터</translation>
    </message>
    <message>
        <source>For models and for other tools.</source>
        <translation>모델과 다른 도구에서 씁니다.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>Safe to open in a spreadsheet: a text like =1+1 gets an apostrophe</source>
        <translation>스프레드시트에서 열어도 안전하게(=1+1 같은 글 앞에 작은따옴표)</translation>
    </message>
    <message>
        <source>The same tables for other programs.</source>
        <translation>같은 표를 다른 프로그램에서 쓸 때.</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Exporting…</source>
        <translation>내보내는 중…</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>About the article</source>
        <translation>기사 정보</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>언론사</translation>
    </message>
    <message>
        <source>Byline, names parted by commas</source>
        <translation>기자명(쉼표로 나눔)</translation>
    </message>
    <message>
        <source>Published, as 2026-03-12 or 2026-03-12 09:30</source>
        <translation>발행일(2026-03-12 또는 2026-03-12 09:30)</translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation>날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>이용 권리</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>not found</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>기사에서 찾기</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>이전 것</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>다음 것</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guideline</source>
        <translation>지침</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Written in this project</source>
        <translation>이 프로젝트에서 쓴 지침입니다</translation>
    </message>
    <message>
        <source>Use the shipped text</source>
        <translation>기본 지침으로</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>What to mark, where it begins and ends</source>
        <translation>무엇을 표시하고 어디서 시작해 어디서 끝내는지</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>One example a line: the sentence with ⟦the marked part⟧ | why</source>
        <translation>한 줄에 보기 하나: ⟦표시할 곳⟧을 넣은 문장 | 까닭</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Nothing is written on this yet. Write what everybody here keeps to.</source>
        <translation>아직 지침이 없습니다. 이 프로젝트에서 모두가 지킬 규칙을 적어 주세요.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>쓰기…</translation>
    </message>
    <message>
        <source>Change for this project…</source>
        <translation>이 프로젝트에 맞게 고치기…</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Before the import</source>
        <translation>가져오기 전에</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The project has no labels of these names. Take them as:</source>
        <translation>프로젝트에 없는 이름의 레이블입니다. 어떤 레이블로 가져올지 고르세요.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사 목록</translation>
    </message>
    <message>
        <source>Articles {n}</source>
        <translation>기사 {n}</translation>
    </message>
    <message>
        <source>Annotations {n}</source>
        <translation>주석 {n}</translation>
    </message>
    <message>
        <source>Relations {n}</source>
        <translation>관계 {n}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>{n} more articles</source>
        <translation>그 밖에 기사 {n}건</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>열 지정…</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Imported</source>
        <translation>가져오기 완료</translation>
    </message>
    <message>
        <source>Nothing new to import</source>
        <translation>새로 가져올 내용이 없습니다</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>{n} more articles</source>
        <translation>그 밖에 기사 {n}건</translation>
    </message>
    <message>
        <source>Articles {n}</source>
        <translation>기사 {n}</translation>
    </message>
    <message>
        <source>Left out {n}</source>
        <translation>제외 {n}</translation>
    </message>
    <message>
        <source>Annotations {n}</source>
        <translation>주석 {n}</translation>
    </message>
    <message>
        <source>Relations {n}</source>
        <translation>관계 {n}</translation>
    </message>
    <message>
        <source>Given a new id {n}</source>
        <translation>새 ID 부여 {n}</translation>
    </message>
    <message>
        <source>The project has all of it already.</source>
        <translation>모두 프로젝트에 이미 있습니다.</translation>
    </message>
    <message>
        <source>{n} more notes of this kind</source>
        <translation>그 밖에 비슷한 알림 {n}건</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n}자</translation>
    </message>
    <message>
        <source>annotations {n}</source>
        <translation>주석 {n}</translation>
    </message>
    <message>
        <source>Left out: the project has an article with this text.</source>
        <translation>제외: 텍스트가 같은 기사가 프로젝트에 있습니다.</translation>
    </message>
    <message>
        <source>The project has another article with this text.</source>
        <translation>텍스트가 같은 다른 기사가 프로젝트에 있습니다.</translation>
    </message>
    <message>
        <source>Control characters, each replaced by a visible sign: {n}</source>
        <translation>보이는 기호로 바꾼 제어 문자: {n}</translation>
    </message>
    <message>
        <source>A notice reserves or forbids reuse; the export will ask about it.</source>
        <translation>재이용을 제한하거나 금지하는 문구가 있습니다. 처리 방법은 내보낼 때 묻습니다.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>가져오는 중…</translation>
    </message>
    <message>
        <source>Imported: {name} ({encoding})</source>
        <translation>가져옴: {name} ({encoding})</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select text and press {keys}. Click a mark to see it here.</source>
        <translation>텍스트를 선택하고 {keys} 키를 누르십시오. 표시를 클릭하면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>열린 기사가 없습니다</translation>
    </message>
    <message>
        <source>Choose one on the left, or import one.</source>
        <translation>왼쪽에서 기사를 고르거나 새로 가져오십시오.</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Select the second part of the words first.</source>
        <translation>먼저 이어지는 뒷부분을 고르세요.</translation>
    </message>
    <message>
        <source>There is no claim before it in the paragraph.</source>
        <translation>이 문단의 앞쪽에 주장이 없습니다.</translation>
    </message>
    <message>
        <source>The two are claims of their own again.</source>
        <translation>다시 서로 다른 주장이 되었습니다.</translation>
    </message>
    <message>
        <source>Joined to the claim before. J parts them again.</source>
        <translation>앞의 주장에 이었습니다. J를 다시 누르면 나뉩니다.</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Search by name or by key</source>
        <translation>이름이나 키로 찾기</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>단축키 찾기</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>키 바꾸기</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>All to default</source>
        <translation>모두 기본값으로</translation>
    </message>
    <message>
        <source>The schema gives labels their digits.</source>
        <translation>레이블의 숫자는 스키마가 정합니다.</translation>
    </message>
    <message>
        <source>Press the new key for “{action}”. Esc keeps it.</source>
        <translation>‘{action}’에 쓸 키를 누르십시오. Esc를 누르면 그대로 둡니다.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”. Nothing was changed.</source>
        <translation>{key} 키는 ‘{action}’에 쓰입니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{key} alone is for typing. Add Ctrl or Alt, or take an F key.</source>
        <translation>{key} 키만으로는 글자 입력과 겹칩니다. Ctrl이나 Alt를 함께 누르거나 F 키를 쓰십시오.</translation>
    </message>
    <message>
        <source>{key} does “{action}” from now on.</source>
        <translation>이제 {key} 키로 ‘{action}’ 기능을 씁니다.</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Every quotation on the screen is a claim.</source>
        <translation>화면에 있는 인용은 모두 주장으로 표시되어 있습니다.</translation>
    </message>
    <message>
        <source>No claim on the screen has a card.</source>
        <translation>화면에 카드가 있는 주장이 없습니다.</translation>
    </message>
</context>
<context>
    <name>MarginColumn</name>
    <message>
        <source>Cards of the claims</source>
        <translation>주장 카드</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>{label}: drag over the text. Esc puts the pen down.</source>
        <translation>{label}: 텍스트 위로 끌어서 표시합니다. Esc를 누르면 펜을 내려놓습니다.</translation>
    </message>
    <message>
        <source>Select text first, then press the label&apos;s key.</source>
        <translation>먼저 텍스트를 선택한 다음 레이블 키를 누르십시오.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>For example: Economy news, autumn</source>
        <translation>예: 가을 경제 기사</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Your name, as it stands on your annotations</source>
        <translation>작업자 이름 (주석에 기록됩니다)</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>프로젝트 폴더</translation>
    </message>
    <message>
        <source>One file holds the whole project.</source>
        <translation>프로젝트 전체가 파일 하나에 담깁니다.</translation>
    </message>
    <message>
        <source>The project will be {name}.</source>
        <translation>프로젝트 파일: {name}</translation>
    </message>
    <message>
        <source>A file cannot have this name. Leave out / \ : * ? &quot; &lt; &gt; |.</source>
        <translation>파일 이름으로 쓸 수 없습니다. / \ : * ? &quot; &lt; &gt; | 문자를 빼십시오.</translation>
    </message>
    <message>
        <source>A project of this name is there already.</source>
        <translation>같은 이름의 프로젝트가 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not a number. Try 1234.5 or 2억.</source>
        <translation>숫자가 아닙니다. 1234.5 또는 2억처럼 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>{label} goes</source>
        <translation>{label} 사라짐</translation>
    </message>
    <message>
        <source>{label} has other words</source>
        <translation>{label} 문구가 바뀜</translation>
    </message>
    <message>
        <source>{label} moves with its words</source>
        <translation>{label} 문구 그대로 옮겨 감</translation>
    </message>
</context>
<context>
    <name>PartTaking</name>
    <message>
        <source>Select the part in the article: drag, or Shift and arrows, then Enter.</source>
        <translation>기사에서 구성 요소를 선택하십시오. 끌거나, Shift+화살표 뒤 Enter.</translation>
    </message>
    <message>
        <source>A part lies inside its annotation.</source>
        <translation>구성 요소는 주석 안에 있어야 합니다.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste an article</source>
        <translation>기사 붙여넣기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Paste the article here.</source>
        <translation>여기에 기사를 붙여넣으십시오.</translation>
    </message>
    <message>
        <source>Taken from the article when empty</source>
        <translation>비워 두면 기사에서 가져옵니다</translation>
    </message>
    <message>
        <source>Article: leave out what does not belong to it</source>
        <translation>기사 (기사가 아닌 부분은 지우십시오)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n}자</translation>
    </message>
    <message>
        <source>{n} characters, of which the beginning is shown</source>
        <translation>{n}자 (앞부분만 표시)</translation>
    </message>
</context>
<context>
    <name>PenBar</name>
    <message>
        <source>Pens</source>
        <translation>펜</translation>
    </message>
</context>
<context>
    <name>PenButton</name>
    <message>
        <source>{label}: {key} marks the selection, Shift+{key} picks up the pen</source>
        <translation>{label}: {key} 키로 선택한 텍스트 표시, Shift+{key} 키로 펜 들기</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Your name in new projects</source>
        <translation>새 프로젝트에서 쓸 작업자 이름</translation>
    </message>
    <message>
        <source>Remember the projects opened last</source>
        <translation>최근 프로젝트 기억</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>단축키…</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>답하기…</translation>
    </message>
    <message>
        <source>Say why this is no problem, so that it stays away</source>
        <translation>문제가 아닌 까닭을 적으면 다시 나오지 않습니다</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Nothing is left to check.</source>
        <translation>확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>To check {count}</source>
        <translation>확인할 것 {count}</translation>
    </message>
    <message>
        <source>Hide answered</source>
        <translation>답한 것 접기</translation>
    </message>
    <message>
        <source>Answered {count}</source>
        <translation>답한 것 {count}</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{done} of {total} articles are done</source>
        <translation>기사 {total}건 가운데 {done}건 완료</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Open project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Mitjul projects (*.mitjul)</source>
        <translation>밑줄 프로젝트 (*.mitjul)</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>사본</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <source>A copy was saved: {name}</source>
        <translation>사본을 저장했습니다: {name}</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 프로젝트(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ProjectPage</name>
    <message>
        <source>Undoing…</source>
        <translation>되돌리는 중…</translation>
    </message>
    <message>
        <source>Doing it again…</source>
        <translation>다시 하는 중…</translation>
    </message>
</context>
<context>
    <name>RangeEditor</name>
    <message>
        <source>from</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>to</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>The first is the larger one.</source>
        <translation>하한이 상한보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Text and colours</source>
        <translation>글자와 색</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>줄 길이</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>짧게</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>길게</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>가득</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>줄 간격</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>좁게</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>넓게</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>High</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>Font of the article</source>
        <translation>기사 글꼴</translation>
    </message>
    <message>
        <source>Pretendard (comes with Mitjul)</source>
        <translation>Pretendard(밑줄에 들어 있음)</translation>
    </message>
</context>
<context>
    <name>RegistryKeeping</name>
    <message>
        <source>{count} entries, {unused} of them not used</source>
        <translation>항목 {count}개, 쓰이지 않는 항목 {unused}개</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>새 항목</translation>
    </message>
    <message>
        <source>Merging moves {mentions} mentions and {relations} relations to {name}.</source>
        <translation>합치면 언급 {mentions}개와 관계 {relations}개가 {name}(으)로 옮겨집니다.</translation>
    </message>
    <message>
        <source>{mentions} mentions and {relations} relations moved to {name}.</source>
        <translation>언급 {mentions}개와 관계 {relations}개를 {name}(으)로 옮겼습니다.</translation>
    </message>
</context>
<context>
    <name>RegistryList</name>
    <message>
        <source>Entries of the speaker registry</source>
        <translation>화자 명부 항목</translation>
    </message>
</context>
<context>
    <name>RegistryPanel</name>
    <message>
        <source>Speaker registry</source>
        <translation>화자 명부</translation>
    </message>
    <message>
        <source>Name, alias or first letters</source>
        <translation>이름, 다른 이름, 초성</translation>
    </message>
    <message>
        <source>Search the registry</source>
        <translation>명부 검색</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 항목</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete unused</source>
        <translation>쓰이지 않는 항목 삭제</translation>
    </message>
    <message>
        <source>Merge {count} entries</source>
        <translation>{count}개 합치기</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>There is nothing near that this may be related to.</source>
        <translation>가까운 곳에 관계를 맺을 수 있는 주석이 없습니다.</translation>
    </message>
    <message>
        <source>Related to: press its number or click it. Enter takes 1, Esc cancels.</source>
        <translation>관계 대상: 번호를 누르거나 클릭하십시오. Enter는 1번 선택, Esc는 취소.</translation>
    </message>
    <message>
        <source>The schema has no relation to that. Choose another.</source>
        <translation>스키마에 이 대상과 맺을 수 있는 관계가 없습니다. 다른 대상을 고르십시오.</translation>
    </message>
    <message>
        <source>Select an annotation first.</source>
        <translation>먼저 주석을 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>RelationLine</name>
    <message>
        <source>Remove the relation</source>
        <translation>관계 삭제</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>There is no further problem in this direction.</source>
        <translation>이 방향으로는 확인할 것이 더 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is left to check.</source>
        <translation>확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Shown once the article is begun.</source>
        <translation>기사를 시작하면 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>RightsDialog</name>
    <message>
        <source>Rights in the articles</source>
        <translation>기사의 이용 권리</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The selected articles: {n}</source>
        <translation>선택한 기사 {n}건</translation>
    </message>
    <message>
        <source>All articles of {publisher}: {n}</source>
        <translation>{publisher}의 모든 기사 {n}건</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>대상 기사</translation>
    </message>
    <message>
        <source>An article whose notice forbids reuse is exported with its text only when a ground is recorded. This is no legal advice.</source>
        <translation>이용을 금지한 기사는 이용 근거를 기록해야만 본문과 함께 내보냅니다. 법률 조언이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>RightsForm</name>
    <message>
        <source>Redistribution</source>
        <translation>재배포</translation>
    </message>
    <message>
        <source>Training of AI</source>
        <translation>AI 학습</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>권리자</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>이용 허락</translation>
    </message>
    <message>
        <source>Ground for using the text</source>
        <translation>본문 이용 근거</translation>
    </message>
    <message>
        <source>Details of the ground</source>
        <translation>근거 내용</translation>
    </message>
    <message>
        <source>I have looked at these values</source>
        <translation>이 값을 확인했습니다</translation>
    </message>
    <message>
        <source>Various: stays as it is</source>
        <translation>여러 값: 그대로 둠</translation>
    </message>
    <message>
        <source>As the article&apos;s notice says; nobody has looked at it yet.</source>
        <translation>기사의 문구에 따른 값입니다. 아직 아무도 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} looked at it last, {day}.</source>
        <translation>마지막 확인: {name}, {day}</translation>
    </message>
    <message>
        <source>Your name and the time are recorded with every article.</source>
        <translation>확인한 사람의 이름과 시각을 기사마다 기록합니다.</translation>
    </message>
</context>
<context>
    <name>RightsKeeping</name>
    <message>
        <source>Recorded with {n} articles. One undo takes it back.</source>
        <translation>기사 {n}건에 기록했습니다. 실행 취소 한 번이면 되돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>RightsQuestion</name>
    <message>
        <source>{n} of {total} articles carry a notice that reserves or forbids the reuse of their text. What should be exported of them?</source>
        <translation>기사 {total}건 가운데 {n}건에 텍스트 재이용을 제한하거나 금지하는 문구가 있습니다. 이 기사들을 어떻게 내보내시겠습니까?</translation>
    </message>
    <message>
        <source>Articles with a notice</source>
        <translation>재이용 제한 문구가 있는 기사</translation>
    </message>
    <message>
        <source>Your choice is kept in the history and in the file. No legal advice.</source>
        <translation>선택한 내용은 작업 이력과 내보낸 파일에 남습니다. 법률 자문이 아닙니다.</translation>
    </message>
    <message>
        <source>Without their text</source>
        <translation>텍스트 없이</translation>
    </message>
    <message>
        <source>Annotations, values and hashes. Who has the articles can put it back.</source>
        <translation>주석, 값, 해시만 내보냅니다. 기사를 가진 사람은 텍스트를 다시 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Nothing of these articles.</source>
        <translation>이 기사들은 아무것도 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>With their text</source>
        <translation>텍스트 포함</translation>
    </message>
    <message>
        <source>Only on a ground that you name; it is recorded.</source>
        <translation>근거를 적어야 하며, 적은 근거는 기록됩니다.</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Details of the ground</source>
        <translation>근거 상세</translation>
    </message>
    <message>
        <source>Who gave it, when, or which one</source>
        <translation>허락한 사람과 날짜, 라이선스나 법 조항 등</translation>
    </message>
</context>
<context>
    <name>RuleSwitches</name>
    <message>
        <source>No reporting word: {words}</source>
        <translation>인용 표지로 쓸 수 없는 줄: {words}</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>Rules of suggestions</source>
        <translation>제안 규칙</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>A rule without its tick suggests nothing in this project. Right is the share that was accepted as suggested, of all that were decided on.</source>
        <translation>체크를 끈 규칙은 이 프로젝트에서 아무것도 제안하지 않습니다. 정확도는 판단한 제안 가운데 그대로 수락한 비율입니다.</translation>
    </message>
    <message>
        <source>Reporting words of this project, one a line</source>
        <translation>이 프로젝트에 더할 인용 표지(한 줄에 하나)</translation>
    </message>
</context>
<context>
    <name>SameStrings</name>
    <message>
        <source>Select an annotation first.</source>
        <translation>먼저 주석을 선택하십시오.</translation>
    </message>
    <message>
        <source>This is too long to occur again.</source>
        <translation>너무 길어서 다시 나올 수 없는 문자열입니다.</translation>
    </message>
    <message>
        <source>{label}: other places of “{quote}”</source>
        <translation>{label}: ‘{quote}’의 다른 곳</translation>
    </message>
    <message>
        <source>marked already</source>
        <translation>이미 표시됨</translation>
    </message>
    <message>
        <source>{count} marked. One undo takes all back.</source>
        <translation>{count}곳을 표시했습니다. 실행 취소 한 번이면 모두 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Marking…</source>
        <translation>표시하는 중…</translation>
    </message>
</context>
<context>
    <name>SameStringsPanel</name>
    <message>
        <source>Same strings</source>
        <translation>같은 문자열</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>이 기사</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>찾을 범위</translation>
    </message>
    <message>
        <source>Mark {count}</source>
        <translation>{count}곳 표시</translation>
    </message>
    <message>
        <source>Looking… {count} so far</source>
        <translation>찾는 중… 지금까지 {count}곳</translation>
    </message>
    <message>
        <source>There is no other place of this string.</source>
        <translation>같은 문자열이 다른 곳에 없습니다.</translation>
    </message>
    <message>
        <source>{count} places. Space unticks, A ticks all or none.</source>
        <translation>{count}곳. Space로 하나씩, A로 모두 고르거나 풉니다.</translation>
    </message>
    <message>
        <source>The first {count} places. Mark these, then look again.</source>
        <translation>처음 {count}곳입니다. 이것부터 표시한 다음 다시 찾으십시오.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Type what to search for.</source>
        <translation>찾을 말을 입력하십시오.</translation>
    </message>
    <message>
        <source>note of the article</source>
        <translation>기사 메모</translation>
    </message>
    <message>
        <source>Searching… {count} so far</source>
        <translation>찾는 중… 지금까지 {count}개</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>찾은 것이 없습니다.</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count}개 찾음</translation>
    </message>
    <message>
        <source>The first {count}; narrow the search to see others.</source>
        <translation>처음 {count}개입니다. 다른 것을 보려면 조건을 좁히십시오.</translation>
    </message>
    <message>
        <source>{count} chosen; at most {most} are changed at once.</source>
        <translation>{count}개 고름. 한 번에 {most}개까지 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} chosen. Each change is one undo.</source>
        <translation>{count}개 고름. 한 번 바꾼 것은 실행 취소 한 번으로 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>바꾸는 중…</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>State of the article</source>
        <translation>기사 상태</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>New</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>모든 레이블</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>모든 작업자</translation>
    </message>
    <message>
        <source>Any feature</source>
        <translation>모든 속성</translation>
    </message>
    <message>
        <source>Any value</source>
        <translation>모든 값</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search the project</source>
        <translation>프로젝트에서 찾기</translation>
    </message>
    <message>
        <source>Search articles, annotations and notes</source>
        <translation>기사, 주석, 메모에서 찾기</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>주석</translation>
    </message>
    <message>
        <source>What to search</source>
        <translation>찾을 대상</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>찾은 곳</translation>
    </message>
</context>
<context>
    <name>SpeakerFinder</name>
    <message>
        <source>Who said it</source>
        <translation>누가 한 말인가</translation>
    </message>
    <message>
        <source>Number, or a name to search for</source>
        <translation>번호, 또는 찾을 이름</translation>
    </message>
    <message>
        <source>0 not stated · N the article itself · Esc</source>
        <translation>0 출처 생략 · N 서술자 · Esc 그만두기</translation>
    </message>
    <message>
        <source>With the cue “{cue}”; Del leaves it out</source>
        <translation>인용 표지 “{cue}”도 함께 (Del로 빼기)</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Size of the article</source>
        <translation>기사 표시 크기</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>저장됨 {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장 안 됨</translation>
    </message>
    <message>
        <source>Relations {count}</source>
        <translation>관계 {count}</translation>
    </message>
    <message>
        <source>Annotator {name}</source>
        <translation>작업자 {name}</translation>
    </message>
    <message>
        <source>No annotator</source>
        <translation>작업자 없음</translation>
    </message>
    <message>
        <source>To check {count}</source>
        <translation>확인할 것 {count}</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Suggestions {count}, hidden</source>
        <translation>제안 {count} 숨김</translation>
    </message>
    <message>
        <source>show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Suggestions {count}</source>
        <translation>제안 {count}</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>전체 수락</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>거절</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Suggested {label}</source>
        <translation>제안된 {label}</translation>
    </message>
    <message>
        <source>Makes: {what}</source>
        <translation>수락하면: {what}</translation>
    </message>
    <message>
        <source>Whole attribution: {what}</source>
        <translation>전체 수락하면: {what}</translation>
    </message>
    <message>
        <source>relations {count}</source>
        <translation>관계 {count}</translation>
    </message>
    <message>
        <source>registry entry {name}</source>
        <translation>명부에 새 항목 ‘{name}’</translation>
    </message>
    <message>
        <source>Suggested by a file: {name}</source>
        <translation>파일에서 온 제안: {name}</translation>
    </message>
    <message>
        <source>Rule: {name} ({id}, version {version})</source>
        <translation>규칙: {name} ({id}, 버전 {version})</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Whole attribution</source>
        <translation>전체 수락</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고쳐서 수락</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거절</translation>
    </message>
</context>
<context>
    <name>SuggestionWalk</name>
    <message>
        <source>[ ] move the edges, and so do Shift and arrows; Enter accepts.</source>
        <translation>[ ]나 Shift+화살표로 구간을 옮기고 Enter로 수락합니다.</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>수락하는 중…</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Correct the text</source>
        <translation>본문 고치기</translation>
    </message>
    <message>
        <source>Keep the correction</source>
        <translation>고친 본문 적용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>이전 본문</translation>
    </message>
    <message>
        <source>Cancel again to throw the correction away.</source>
        <translation>한 번 더 취소하면 고친 내용을 버립니다.</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>기사 본문</translation>
    </message>
    <message>
        <source>What becomes of the annotations</source>
        <translation>주석이 어떻게 되는가</translation>
    </message>
    <message>
        <source>Everybody&apos;s annotations follow the text: {people}</source>
        <translation>모든 작업자의 주석이 본문을 따라갑니다: {people}</translation>
    </message>
    <message>
        <source>Correct the text; nothing is changed before it is kept.</source>
        <translation>본문을 고치세요. 적용하기 전에는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>비교하는 중…</translation>
    </message>
    <message>
        <source>There is nothing here that can be kept.</source>
        <translation>적용할 수 있는 본문이 아닙니다.</translation>
    </message>
    <message>
        <source>{lost} lost, {changed} with other words, {moved} moved, {kept} unchanged. One undo takes the correction back.</source>
        <translation>사라짐 {lost}, 문구 바뀜 {changed}, 옮겨 감 {moved}, 그대로 {kept}. 실행 취소 한 번이면 되돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Mitjul</source>
        <translation>밑줄</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>Articles and annotations</source>
        <translation>기사와 주석</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>기사 가져오기</translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation>내보냄: {name}</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>엑셀 통합 문서</translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation>바로잡은 것 가져오기</translation>
    </message>
</context>
<context>
    <name>TrainingOptions</name>
    <message>
        <source>Training format</source>
        <translation>학습 데이터 형식</translation>
    </message>
    <message>
        <source>Claims with their quotation marks</source>
        <translation>주장에 따옴표 포함</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>나누기 시드</translation>
    </message>
    <message>
        <source>the inner of two nested annotations of one label</source>
        <translation>같은 레이블이 겹칠 때 안쪽 주석</translation>
    </message>
    <message>
        <source>relations ({n} here)</source>
        <translation>관계(여기 {n}개)</translation>
    </message>
    <message>
        <source>features</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>the speaker registry</source>
        <translation>화자 명부</translation>
    </message>
    <message>
        <source>other labels than its own</source>
        <translation>해당 레이블 밖의 주석</translation>
    </message>
    <message>
        <source>documents.jsonl beside it holds everything.</source>
        <translation>함께 들어가는 documents.jsonl에는 모두 있습니다.</translation>
    </message>
    <message>
        <source>This format cannot carry: {what}.</source>
        <translation>이 형식에 담을 수 없는 것: {what}.</translation>
    </message>
    <message>
        <source>It carries everything.</source>
        <translation>모든 것을 담습니다.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Split into train, dev and test</source>
        <translation>train, dev, test로 나누기</translation>
    </message>
    <message>
        <source>Shares of the split in percent</source>
        <translation>나누는 비율(퍼센트)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>위치 단위</translation>
    </message>
    <message>
        <source>Offsets count characters (code points)</source>
        <translation>위치를 글자(코드 포인트)로 셉니다</translation>
    </message>
    <message>
        <source>Offsets count UTF-16 units</source>
        <translation>위치를 UTF-16 단위로 셉니다</translation>
    </message>
    <message>
        <source>New</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message>
        <source>There is no further quotation nearby.</source>
        <translation>가까이에 다른 인용문이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Opened last</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>You can also drop a project or articles on this window.</source>
        <translation>프로젝트나 기사를 이 창에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Mitjul</source>
        <translation>밑줄</translation>
    </message>
    <message>
        <source>Mark claims, figures and speakers in Korean news articles.</source>
        <translation>한국어 기사에서 주장, 수치, 화자를 표시합니다.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Open the tutorial project</source>
        <translation>연습 프로젝트 열기</translation>
    </message>
    <message>
        <source>Invented articles to practise on, one of them fully annotated</source>
        <translation>연습용으로 지어낸 기사 모음, 한 건은 주석이 모두 달려 있음</translation>
    </message>
</context>
<context>
    <name>WhoseOptions</name>
    <message>
        <source>Annotations of</source>
        <translation>내보낼 주석</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>모든 작업자</translation>
    </message>
    <message>
        <source>The curated layer</source>
        <translation>검수본</translation>
    </message>
    <message>
        <source>Several…</source>
        <translation>여러 사람…</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>작업자</translation>
    </message>
</context>
<context>
    <name>WorkbookCorrections</name>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>{name} changes nothing.</source>
        <translation>{name}에는 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>Correcting…</source>
        <translation>바로잡는 중…</translation>
    </message>
    <message>
        <source>Corrections taken: {n}</source>
        <translation>바로잡은 것 {n}개를 가져왔습니다</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Take away the name {name}</source>
        <translation>이름 {name} 빼기</translation>
    </message>
</context>
<context>
    <name>_Figures</name>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>환산 {rate}</translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>Set from the selection</source>
        <translation>선택한 구간으로 지정</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>새 프로젝트(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>프로젝트 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;tutorial project</source>
        <translation>연습 프로젝트 열기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>기사 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Paste an article…</source>
        <translation>기사 붙여넣기(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>사본 저장(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>프로젝트 닫기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;late the annotation</source>
        <translation>관계 추가(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Delete the annotation</source>
        <translation>주석 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Annotator…</source>
        <translation>작업자(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>다음 기사(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>이전 기사(&amp;P)</translation>
    </message>
    <message>
        <source>Article is &amp;done</source>
        <translation>기사 완료(&amp;D)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>기본 크기(&amp;U)</translation>
    </message>
    <message>
        <source>Go to the &amp;article</source>
        <translation>기사로 이동(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Filter articles</source>
        <translation>기사 거르기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Mitjul</source>
        <translation>밑줄 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>다음 주석</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>이전 주석</translation>
    </message>
    <message>
        <source>Give up, put the pen down, select nothing</source>
        <translation>그만두기, 펜 내려놓기, 선택 풀기</translation>
    </message>
    <message>
        <source>Scroll down by a page</source>
        <translation>한 화면 아래로</translation>
    </message>
    <message>
        <source>Scroll up by a page</source>
        <translation>한 화면 위로</translation>
    </message>
    <message>
        <source>To the character before</source>
        <translation>앞 글자로</translation>
    </message>
    <message>
        <source>To the next character</source>
        <translation>다음 글자로</translation>
    </message>
    <message>
        <source>To the eojeol before</source>
        <translation>앞 어절로</translation>
    </message>
    <message>
        <source>To the next eojeol</source>
        <translation>다음 어절로</translation>
    </message>
    <message>
        <source>To the line above</source>
        <translation>윗줄로</translation>
    </message>
    <message>
        <source>To the line below</source>
        <translation>아랫줄로</translation>
    </message>
    <message>
        <source>To the paragraph before</source>
        <translation>앞 문단으로</translation>
    </message>
    <message>
        <source>To the next paragraph</source>
        <translation>다음 문단으로</translation>
    </message>
    <message>
        <source>To the start of the line</source>
        <translation>줄의 처음으로</translation>
    </message>
    <message>
        <source>To the end of the line</source>
        <translation>줄의 끝으로</translation>
    </message>
    <message>
        <source>To the start of the article</source>
        <translation>기사의 처음으로</translation>
    </message>
    <message>
        <source>To the end of the article</source>
        <translation>기사의 끝으로</translation>
    </message>
    <message>
        <source>Find an a&amp;ction…</source>
        <translation>기능 찾기(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>단축키(&amp;K)…</translation>
    </message>
    <message>
        <source>Mark as {label}</source>
        <translation>{label} 표시</translation>
    </message>
    <message>
        <source>Pick up the pen: {label}</source>
        <translation>{label} 펜 들기</translation>
    </message>
    <message>
        <source>label {digit}</source>
        <translation>레이블 {digit}</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>기사에서</translation>
    </message>
    <message>
        <source>The caret</source>
        <translation>커서 이동</translation>
    </message>
    <message>
        <source>Stretching the selection</source>
        <translation>선택 넓히기</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>제안(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next suggestion</source>
        <translation>다음 제안(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous suggestion</source>
        <translation>이전 제안(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Accept the suggestion</source>
        <translation>제안 수락(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the &amp;whole attribution</source>
        <translation>발언 전체 수락(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Edit, then accept</source>
        <translation>고쳐서 수락(&amp;E)</translation>
    </message>
    <message>
        <source>Accept all &amp;figures in the article</source>
        <translation>이 기사의 수치 모두 수락(&amp;F)</translation>
    </message>
    <message>
        <source>Accept all &amp;times in the article</source>
        <translation>이 기사의 시간 모두 수락(&amp;T)</translation>
    </message>
    <message>
        <source>Accept all &amp;direct quotations in the article</source>
        <translation>이 기사의 직접 인용 모두 수락(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Hide or show suggestions</source>
        <translation>제안 숨기기/보이기(&amp;H)</translation>
    </message>
    <message>
        <source>Mark all the &amp;same strings…</source>
        <translation>같은 문자열 모두 표시(&amp;S)…</translation>
    </message>
    <message>
        <source>Say &amp;who said the claim</source>
        <translation>주장의 화자 정하기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Join the claim to the one before</source>
        <translation>앞의 주장에 잇기(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Find in the article</source>
        <translation>기사에서 찾기(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>다음 찾기(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>이전 찾기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Reject the suggestion</source>
        <translation>제안 거절(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Only the article</source>
        <translation>기사만 보기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;List of articles on or off</source>
        <translation>기사 목록 보이기/숨기기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Inspector on or off</source>
        <translation>속성 패널 보이기/숨기기(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Text and colours…</source>
        <translation>글자와 색(&amp;T)…</translation>
    </message>
    <message>
        <source>Next annotation: {label}</source>
        <translation>다음 주석: {label}</translation>
    </message>
    <message>
        <source>Previous annotation: {label}</source>
        <translation>이전 주석: {label}</translation>
    </message>
    <message>
        <source>Select the next quotation</source>
        <translation>다음 인용문 선택</translation>
    </message>
    <message>
        <source>Select the quotation before</source>
        <translation>이전 인용문 선택</translation>
    </message>
    <message>
        <source>Select more: word, clause, quotation, sentence</source>
        <translation>더 넓게 선택: 단어, 절, 인용문, 문장</translation>
    </message>
    <message>
        <source>Select less again</source>
        <translation>다시 좁게 선택</translation>
    </message>
    <message>
        <source>Select the word, then its particle</source>
        <translation>단어 선택, 이어서 조사까지</translation>
    </message>
    <message>
        <source>Move the left edge; next place</source>
        <translation>왼쪽 경계 옮기기, 다음 자리</translation>
    </message>
    <message>
        <source>Move the right edge; next place</source>
        <translation>오른쪽 경계 옮기기, 다음 자리</translation>
    </message>
    <message>
        <source>Left edge out by a word</source>
        <translation>왼쪽 경계 한 단어 넓히기</translation>
    </message>
    <message>
        <source>Left edge in by a word</source>
        <translation>왼쪽 경계 한 단어 좁히기</translation>
    </message>
    <message>
        <source>Right edge in by a word</source>
        <translation>오른쪽 경계 한 단어 좁히기</translation>
    </message>
    <message>
        <source>Right edge out by a word</source>
        <translation>오른쪽 경계 한 단어 넓히기</translation>
    </message>
    <message>
        <source>To the start of the sentence</source>
        <translation>문장 처음으로</translation>
    </message>
    <message>
        <source>To the end of the sentence</source>
        <translation>문장 끝으로</translation>
    </message>
    <message>
        <source>Search the &amp;project…</source>
        <translation>프로젝트에서 찾기(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Table of annotations…</source>
        <translation>주석 표(&amp;T)…</translation>
    </message>
    <message>
        <source>R&amp;ules…</source>
        <translation>규칙(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>검토(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>다음 확인할 것(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>이전 확인할 것(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Answer the problem…</source>
        <translation>확인할 것에 답하기(&amp;A)…</translation>
    </message>
    <message>
        <source>Mark the next &amp;quotation as a claim</source>
        <translation>다음 인용을 주장으로 표시(&amp;Q)</translation>
    </message>
    <message>
        <source>Only &amp;my annotations, or everybody&apos;s</source>
        <translation>내 주석만/모두의 주석 보기(&amp;M)</translation>
    </message>
    <message>
        <source>D&amp;one, and the next unfinished article</source>
        <translation>완료하고 다음 기사로(&amp;O)</translation>
    </message>
    <message>
        <source>Next &amp;unfinished article</source>
        <translation>끝나지 않은 다음 기사(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Skip the article</source>
        <translation>기사 건너뛰기(&amp;S)</translation>
    </message>
    <message>
        <source>Done &amp;requires an empty list of problems</source>
        <translation>확인할 것이 없어야 완료(&amp;R)</translation>
    </message>
    <message>
        <source>Speaker &amp;registry</source>
        <translation>화자 명부(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Guideline for what is selected</source>
        <translation>선택한 것의 지침(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Zone of the paragraph…</source>
        <translation>문단의 영역(&amp;Z)…</translation>
    </message>
    <message>
        <source>Facts a&amp;bout the article…</source>
        <translation>기사 정보 고치기(&amp;B)…</translation>
    </message>
    <message>
        <source>Correct the te&amp;xt…</source>
        <translation>본문 고치기(&amp;X)…</translation>
    </message>
    <message>
        <source>Go to the ins&amp;pector</source>
        <translation>속성 패널로 이동(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the claim&apos;s card; Esc leads back</source>
        <translation>주장의 카드로 이동, Esc로 돌아오기</translation>
    </message>
    <message>
        <source>Ri&amp;ghts in the selected articles…</source>
        <translation>선택한 기사의 이용 권리(&amp;G)…</translation>
    </message>
    <message>
        <source>C&amp;ompare annotators and settle</source>
        <translation>작업자 비교하여 검수(&amp;O)</translation>
    </message>
    <message>
        <source>I&amp;mport corrections…</source>
        <translation>바로잡은 것 가져오기(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Text</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>언론사</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>기자</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>corrections</name>
    <message>
        <source>Take</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>어디</translation>
    </message>
    <message>
        <source>At the export</source>
        <translation>내보낼 때</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>통합 문서</translation>
    </message>
    <message>
        <source>change</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>못 가져옴</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>화자 명부</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Mitjul</source>
        <translation>밑줄</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>취소했습니다. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation>텍스트가 {limit}자보다 깁니다.</translation>
    </message>
    <message>
        <source>Split it into articles and import those.</source>
        <translation>기사별로 나눈 다음 가져오십시오.</translation>
    </message>
    <message>
        <source>The text is damaged: half a character at position {at}.</source>
        <translation>텍스트가 손상되었습니다. {at}번째 위치에 반쪽 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 again and import that file.</source>
        <translation>UTF-8로 다시 저장한 다음 그 파일을 가져오십시오.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>Choose a file that holds an article.</source>
        <translation>기사가 들어 있는 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The id {id} is in use.</source>
        <translation>이미 쓰이는 ID입니다: {id}.</translation>
    </message>
    <message>
        <source>The text is not in the file (stand-off).</source>
        <translation>파일에 텍스트가 없습니다(stand-off 형식).</translation>
    </message>
    <message>
        <source>Put the article&apos;s text into its &quot;text&quot; (docs/formats.md has a short program that does it) and import that file. Nothing was imported.</source>
        <translation>기사 텍스트를 &quot;text&quot; 항목에 넣은 다음 그 파일을 가져오십시오(docs/formats.md에 이 일을 하는 짧은 프로그램이 있습니다). 가져온 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The text is not the one that text_sha256 was made of.</source>
        <translation>텍스트가 text_sha256 값과 일치하지 않습니다.</translation>
    </message>
    <message>
        <source>The span {start}–{end} is not inside the text ({length} characters).</source>
        <translation>구간 {start}–{end}: 텍스트({length}자) 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>The zone {start}–{end} is not inside the text.</source>
        <translation>영역 {start}–{end}: 텍스트 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>A border of the span {start}–{end} lies inside a character sequence that becomes another one (line ends, composed letters).</source>
        <translation>구간 {start}–{end}: 경계가 가져올 때 바뀌는 문자열(줄바꿈, 결합 문자)의 중간에 있습니다.</translation>
    </message>
    <message>
        <source>The registry entry {name} is in use.</source>
        <translation>화자 명부의 {name} 항목을 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>Remove it from its annotations and relations first.</source>
        <translation>먼저 이 항목을 쓰는 주석과 관계에서 빼십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The registry entry {name} belongs to every project.</source>
        <translation>화자 명부의 {name} 항목은 모든 프로젝트에 있는 기본 항목입니다.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no entries of type {type}.</source>
        <translation>프로젝트 스키마에 {type} 유형의 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was imported; the project is as it was.</source>
        <translation>가져온 내용이 없으며 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It could not be read: {fault}.</source>
        <translation>읽지 못했습니다: {fault}.</translation>
    </message>
    <message>
        <source>It is larger than {limit} MB.</source>
        <translation>크기가 {limit} MB보다 큽니다.</translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation>{place}: {reason}</translation>
    </message>
    <message>
        <source>{source}: the registry entry {id} ({name}) differs from the project&apos;s entry of this id.</source>
        <translation>{source}: 화자 명부 항목 {id} ({name})의 내용이 프로젝트에 있는 같은 ID의 항목과 다릅니다.</translation>
    </message>
    <message>
        <source>{source}: the registry entry {id} holds half a character or an endless number.</source>
        <translation>{source}: 화자 명부 항목 {id}에 반쪽 문자나 무한한 숫자가 있습니다.</translation>
    </message>
    <message>
        <source>What this change concerns is no longer in the project.</source>
        <translation>바꾸려는 대상이 프로젝트에 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>A relation joins two annotations of one document.</source>
        <translation>관계는 같은 기사에 있는 서로 다른 두 주석 사이에만 맺을 수 있습니다.</translation>
    </message>
    <message>
        <source>A relation {type} may not lead there.</source>
        <translation>{type} 관계는 이 대상과 맺을 수 없습니다.</translation>
    </message>
    <message>
        <source>A relation {type} leads to what lies around it.</source>
        <translation>{type} 관계는 자신을 둘러싼 주석과만 맺을 수 있습니다.</translation>
    </message>
    <message>
        <source>This relation is there already.</source>
        <translation>이미 있는 관계입니다.</translation>
    </message>
    <message>
        <source>At most {max} relations {type} may leave one annotation.</source>
        <translation>주석 하나에서 나가는 {type} 관계는 최대 {max}개입니다.</translation>
    </message>
    <message>
        <source>The id {id} occurs twice.</source>
        <translation>ID가 두 번 나옵니다: {id}.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label {label}.</source>
        <translation>프로젝트 스키마에 {label} 레이블이 없습니다.</translation>
    </message>
    <message>
        <source>Its text is not the document&apos;s text at {start}–{end}.</source>
        <translation>텍스트가 기사의 {start}–{end} 위치에 있는 텍스트와 다릅니다.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no relation type {type}.</source>
        <translation>프로젝트 스키마에 {type} 유형의 관계가 없습니다.</translation>
    </message>
    <message>
        <source>The target {id} is the id of an annotation and of a registry entry.</source>
        <translation>관계 대상 {id}: 주석과 화자 명부 항목이 같은 ID를 씁니다.</translation>
    </message>
    <message>
        <source>The schema allows no relation {type} from {source} to {target}.</source>
        <translation>스키마에서 허용하지 않는 관계입니다: {type} ({source} → {target}).</translation>
    </message>
    <message>
        <source>There is no feature {name} here.</source>
        <translation>여기에는 {name} 속성이 없습니다.</translation>
    </message>
    <message>
        <source>The value of {name} {fault}.</source>
        <translation>{name} 속성의 값이 올바르지 않습니다: {fault}.</translation>
    </message>
    <message>
        <source>is not an entry of the speaker registry</source>
        <translation>화자 명부에 없는 항목입니다</translation>
    </message>
    <message>
        <source>The span {start}–{end} is not inside the text.</source>
        <translation>구간 {start}–{end}: 텍스트 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>A value holds half a character or an endless number.</source>
        <translation>값에 반쪽 문자나 무한한 숫자가 있습니다.</translation>
    </message>
    <message>
        <source>{name} was moved, replaced or deleted meanwhile.</source>
        <translation>그사이 {name} 파일이 이동되었거나 바뀌었거나 삭제되었습니다.</translation>
    </message>
    <message>
        <source>This was not saved. Save a copy to keep all work, and go on with that.</source>
        <translation>방금 한 작업이 저장되지 않았습니다. 사본을 저장하면 모든 작업이 보존됩니다. 사본에서 이어서 작업하십시오.</translation>
    </message>
    <message>
        <source>{name} is open; a copy needs another name.</source>
        <translation>{name} 파일이 열려 있습니다. 사본에는 다른 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>What was saved before is unharmed.</source>
        <translation>앞서 저장한 내용은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>{name} is open in another window or program.</source>
        <translation>{name} 파일이 다른 창이나 프로그램에서 열려 있습니다.</translation>
    </message>
    <message>
        <source>Close it there and open it again. Nothing was changed.</source>
        <translation>그쪽에서 닫은 다음 다시 여십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Open a backup or a copy of it.</source>
        <translation>바뀐 내용은 없습니다. 백업이나 사본을 여십시오.</translation>
    </message>
    <message>
        <source>The disk of {name} is full; this was not saved.</source>
        <translation>{name} 파일이 있는 디스크가 가득 차서 방금 한 작업을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Free some space and try again. What was saved before is unharmed.</source>
        <translation>공간을 확보한 다음 다시 시도하십시오. 앞서 저장한 내용은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be written.</source>
        <translation>{name} 파일에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Save a copy elsewhere and go on there. Nothing was changed.</source>
        <translation>다른 곳에 사본을 저장하고 그 사본에서 이어서 작업하십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>{name} 파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written, and that the disk is connected.</source>
        <translation>폴더가 있고 쓸 수 있는지, 디스크가 연결되어 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>There is no permission to open {name}.</source>
        <translation>{name} 파일을 열 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Ask its owner, or save a copy elsewhere.</source>
        <translation>파일 소유자에게 문의하거나 다른 곳에 사본을 저장하십시오.</translation>
    </message>
    <message>
        <source>The disk of {name} reports a fault; this was not saved.</source>
        <translation>{name} 파일이 있는 디스크에서 오류가 나서 방금 한 작업을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Try again, and save a copy on another disk. What was saved before remains.</source>
        <translation>다시 시도하고, 다른 디스크에 사본을 저장하십시오. 앞서 저장한 내용은 남아 있습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>이 작업을 하기에 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Close other programs and try again. Nothing was changed.</source>
        <translation>다른 프로그램을 닫고 다시 시도하십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>{name}: {reason}.</source>
        <translation>{name}: {reason}.</translation>
    </message>
    <message>
        <source>The file was not touched.</source>
        <translation>파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>{name} is open already.</source>
        <translation>{name} 파일이 이미 열려 있습니다.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Mitjul (format {version}; this one reads up to {newest}).</source>
        <translation>{name} 파일은 더 새로운 버전의 밑줄에서 만들었습니다(형식 {version}, 이 버전은 {newest}까지 지원).</translation>
    </message>
    <message>
        <source>Update Mitjul to open it. The file was not touched.</source>
        <translation>밑줄을 업데이트한 다음 여십시오. 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>{beside} of another project lies there.</source>
        <translation>다른 프로젝트의 {beside} 파일이 같은 자리에 있습니다.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>다른 이름이나 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>{name} is not a Mitjul project.</source>
        <translation>{name} 파일은 밑줄 프로젝트가 아닙니다.</translation>
    </message>
    <message>
        <source>{name} was written by another program, in a mode that Mitjul does not use.</source>
        <translation>{name} 파일은 다른 프로그램이 밑줄에서 쓰지 않는 방식으로 저장했습니다.</translation>
    </message>
    <message>
        <source>Open a backup or a copy of it. The file was not touched.</source>
        <translation>백업이나 사본을 여십시오. 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>{name} exists already.</source>
        <translation>{name} 파일이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>다른 이름을 고르거나 그 파일을 여십시오.</translation>
    </message>
    <message>
        <source>{name} holds tables or triggers that Mitjul did not make.</source>
        <translation>{name} 파일에 밑줄에서 만들지 않은 테이블이나 트리거가 있습니다.</translation>
    </message>
    <message>
        <source>Open a backup or a copy of it. Nothing was changed.</source>
        <translation>백업이나 사본을 여십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The structure of the file is damaged.</source>
        <translation>파일 구조가 손상되었습니다.</translation>
    </message>
    <message>
        <source>A record of the table {table} cannot be read.</source>
        <translation>{table} 테이블에 읽을 수 없는 기록이 있습니다.</translation>
    </message>
    <message>
        <source>The document or its annotations cannot be read.</source>
        <translation>기사나 기사의 주석을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The text is missing.</source>
        <translation>텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported.</source>
        <translation>텍스트가 가져올 때의 텍스트와 다릅니다.</translation>
    </message>
    <message>
        <source>The annotation&apos;s text and place do not agree.</source>
        <translation>주석의 텍스트와 위치가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The annotation has a label that the schema lacks.</source>
        <translation>주석의 레이블이 스키마에 없습니다.</translation>
    </message>
    <message>
        <source>The relation leads from one document to another.</source>
        <translation>관계가 서로 다른 기사를 잇고 있습니다.</translation>
    </message>
    <message>
        <source>The counts do not agree with the annotations.</source>
        <translation>집계한 수가 실제 주석과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Step {sequence} of the history cannot be read.</source>
        <translation>작업 이력의 {sequence}번째 단계를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The font file {name} is missing or damaged.</source>
        <translation>{name} 글꼴 파일이 없거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>Install Mitjul again. Your projects are not touched.</source>
        <translation>밑줄을 다시 설치하십시오. 프로젝트는 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>The ground for including text is too long.</source>
        <translation>텍스트를 포함하는 근거가 너무 깁니다.</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>내보낸 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Damaged places in the project: {count}.</source>
        <translation>프로젝트에서 {count}곳이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Open a copy that is sound.</source>
        <translation>바뀐 내용은 없습니다. 손상되지 않은 사본을 여십시오.</translation>
    </message>
    <message>
        <source>{name} is a project; an export does not replace it.</source>
        <translation>{name} 파일은 프로젝트이므로 내보내기로 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file.</source>
        <translation>{name}: 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{name} could not be written: {fault}.</source>
        <translation>{name} 파일에 쓰지 못했습니다: {fault}.</translation>
    </message>
    <message>
        <source>An older file of this name is as it was.</source>
        <translation>같은 이름의 기존 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>An article&apos;s notice forbids or reserves the reuse of its text.</source>
        <translation>텍스트 재이용을 제한하거나 금지하는 문구가 있는 기사가 있습니다.</translation>
    </message>
    <message>
        <source>To include the text all the same, say on what ground (for example a written permission). Nothing was exported.</source>
        <translation>그래도 텍스트를 포함하려면 근거(예: 서면 허락)를 적으십시오. 내보낸 내용은 없습니다.</translation>
    </message>
    <message>
        <source>It is not a text file but one of these: {kind}.</source>
        <translation>텍스트 파일이 아니라 다음 중 하나입니다: {kind}.</translation>
    </message>
    <message>
        <source>Save the article as a text file and import that.</source>
        <translation>기사를 텍스트 파일로 저장한 다음 그 파일을 가져오십시오.</translation>
    </message>
    <message>
        <source>It is damaged or no text: byte {at} does not fit its encoding ({tried}).</source>
        <translation>손상되었거나 텍스트가 아닙니다. 바이트 위치 {at}의 값이 인코딩({tried})에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Save it again as UTF-8 and import that file.</source>
        <translation>UTF-8로 다시 저장한 다음 그 파일을 가져오십시오.</translation>
    </message>
    <message>
        <source>{name} is not a number of JSON.</source>
        <translation>JSON에서 쓸 수 없는 숫자입니다: {name}.</translation>
    </message>
    <message>
        <source>It holds more values than any project.</source>
        <translation>프로젝트라고 보기에는 값이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Byte {at} is not UTF-8.</source>
        <translation>바이트 위치 {at}의 값이 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>It is nested too deep.</source>
        <translation>중첩이 너무 깊습니다.</translation>
    </message>
    <message>
        <source>It holds an endless number.</source>
        <translation>무한하거나 자릿수가 너무 많은 숫자가 있습니다.</translation>
    </message>
    <message>
        <source>Broken JSON: {fault} (line {line}, column {column}).</source>
        <translation>JSON 형식이 잘못되었습니다: {fault} ({line}행 {column}열).</translation>
    </message>
    <message>
        <source>It is not a list.</source>
        <translation>목록이 아닙니다.</translation>
    </message>
    <message>
        <source>It holds too many values.</source>
        <translation>값이 너무 많습니다.</translation>
    </message>
    <message>
        <source>It holds half a character.</source>
        <translation>반쪽 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The time {time} does not exist.</source>
        <translation>존재하지 않는 시각입니다: {time}.</translation>
    </message>
    <message>
        <source>It has no list of documents.</source>
        <translation>기사 목록이 없습니다.</translation>
    </message>
    <message>
        <source>It has no document.</source>
        <translation>기사(document 항목)가 없습니다.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>파일에 기사가 없습니다.</translation>
    </message>
    <message>
        <source>It holds too many documents or annotations.</source>
        <translation>기사나 주석이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Divide it into several files and import those.</source>
        <translation>여러 파일로 나눈 다음 가져오십시오. 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>Its schema is {other}; the project&apos;s schema is {own}.</source>
        <translation>스키마가 다릅니다. 파일: {other}, 프로젝트: {own}.</translation>
    </message>
    <message>
        <source>Make a project with that schema and import the file there.</source>
        <translation>그 스키마로 프로젝트를 만들어 파일을 가져오십시오. 이 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>It is not an object.</source>
        <translation>JSON 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>The annotator is no plain, short name.</source>
        <translation>작업자 이름이 너무 길거나 쓸 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The id {id} is given to two different entries.</source>
        <translation>서로 다른 두 항목의 ID가 같습니다: {id}.</translation>
    </message>
    <message>
        <source>{name} is open for reading only.</source>
        <translation>{name} 파일이 읽기 전용으로 열려 있습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be written, only read.</source>
        <translation>{name} 파일은 읽을 수만 있고 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Damage was found in {name}, so that it is open for reading only.</source>
        <translation>{name} 파일에 손상된 곳이 있어 읽기 전용으로 열었습니다.</translation>
    </message>
    <message>
        <source>Save a copy and go on there. Nothing was changed.</source>
        <translation>사본을 저장하고 그 사본에서 이어서 작업하십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>This name of an annotator cannot be used.</source>
        <translation>사용할 수 없는 작업자 이름입니다.</translation>
    </message>
    <message>
        <source>Give one line of at most 200 characters.</source>
        <translation>200자 이내의 한 줄로 입력하십시오.</translation>
    </message>
    <message>
        <source>Nobody named {name} has annotated in this project.</source>
        <translation>이 프로젝트에는 이름이 {name}인 작업자의 주석이 없습니다.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be made: {fault}.</source>
        <translation>{name} 폴더를 만들 수 없습니다: {fault}.</translation>
    </message>
    <message>
        <source>Choose another folder. Nothing was changed.</source>
        <translation>다른 폴더를 고르십시오. 바뀐 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder {folder}: {reason}</source>
        <translation>{folder} 폴더에 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>Choose another folder. Your project is unharmed.</source>
        <translation>다른 폴더를 고르십시오. 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>A fault of the program ended the work.</source>
        <translation>프로그램 오류로 작업이 중단되었습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. The log says where; please report it.</source>
        <translation>바뀐 내용은 없습니다. 오류 위치가 로그에 있으니 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>is not one of the schema&apos;s values</source>
        <translation>스키마에 없는 값입니다</translation>
    </message>
    <message>
        <source>is not a decimal number in a string</source>
        <translation>문자열로 쓴 십진수가 아닙니다</translation>
    </message>
    <message>
        <source>is not true or false</source>
        <translation>참이나 거짓이 아닙니다</translation>
    </message>
    <message>
        <source>is not a range with low and high</source>
        <translation>low와 high가 있는 범위가 아닙니다</translation>
    </message>
    <message>
        <source>is not a span inside the text</source>
        <translation>글 안의 구간이 아닙니다</translation>
    </message>
    <message>
        <source>is not a mapping of parts to spans</source>
        <translation>구성과 구간을 짝지은 값이 아닙니다</translation>
    </message>
    <message>
        <source>is not a text of at most 4,000 characters</source>
        <translation>4,000자 이하의 글이 아닙니다</translation>
    </message>
    <message>
        <source>An annotation {label} names nobody.</source>
        <translation>{label} 주석에는 화자 명부 항목을 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose the mentions that are to go to a new entry.</source>
        <translation>새 항목으로 옮길 언급을 고르세요.</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>permission is missing</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>읽기 전용 디스크입니다</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>the space allotted to you is used up</source>
        <translation>할당된 저장 공간을 다 썼습니다</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>디스크에 오류가 있습니다</translation>
    </message>
    <message>
        <source>something of this name is there already</source>
        <translation>같은 이름이 이미 있습니다</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>경로에 폴더가 아닌 것이 있습니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>다른 프로그램이 쓰고 있습니다</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>열려 있는 파일이 너무 많습니다</translation>
    </message>
    <message>
        <source>the system does not allow this name</source>
        <translation>시스템에서 쓸 수 없는 이름입니다</translation>
    </message>
    <message>
        <source>the system refused it (number {number})</source>
        <translation>시스템이 거부했습니다(번호 {number})</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>{number}번째 줄</translation>
    </message>
    <message>
        <source>The file holds two documents of this id.</source>
        <translation>이 id의 기사가 파일에 둘 있습니다.</translation>
    </message>
    <message>
        <source>The project has a document of this id with other content.</source>
        <translation>프로젝트에 이 id의 기사가 있지만 내용이 다릅니다.</translation>
    </message>
    <message>
        <source>Registry entries with a type that the schema lacks: {count}</source>
        <translation>스키마에 없는 종류의 화자 명부 항목: {count}개</translation>
    </message>
    <message>
        <source>The text is not the one its hash was made of.</source>
        <translation>본문이 해시와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>A zone or the rights notice lies outside the text.</source>
        <translation>영역이나 권리 표시가 본문을 벗어납니다.</translation>
    </message>
    <message>
        <source>Two annotations have the same id.</source>
        <translation>두 주석의 id가 같습니다.</translation>
    </message>
    <message>
        <source>Two relations have the same id.</source>
        <translation>두 관계의 id가 같습니다.</translation>
    </message>
    <message>
        <source>Its span lies outside the text.</source>
        <translation>구간이 본문을 벗어납니다.</translation>
    </message>
    <message>
        <source>The text at {start}–{end} is not the annotation&apos;s text.</source>
        <translation>{start}–{end}의 본문이 주석의 텍스트와 다릅니다.</translation>
    </message>
    <message>
        <source>An end of the relation does not exist.</source>
        <translation>관계의 한쪽 끝이 없습니다.</translation>
    </message>
    <message>
        <source>Relations {type} whose source does not lie inside the target: {count}</source>
        <translation>출발 주석이 도착 주석 안에 있지 않은 관계 {type}: {count}개</translation>
    </message>
    <message>
        <source>Features that the schema lacks: {count}</source>
        <translation>스키마에 없는 속성: {count}개</translation>
    </message>
    <message>
        <source>Annotations with more than {limit} {type}: {count}</source>
        <translation>관계 {type}이(가) {limit}개를 넘는 주석: {count}개</translation>
    </message>
    <message>
        <source>{source}, {place}: {reason}</source>
        <translation>{source}, {place}: {reason}</translation>
    </message>
    <message>
        <source>The schema has no feature {name}; annotations and relations that keep it: {count}</source>
        <translation>스키마에 속성 {name}이(가) 없습니다. 주석이나 관계 {count}개에 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>Its source {id} is not in the file.</source>
        <translation>출발 주석 {id}이(가) 파일에 없습니다.</translation>
    </message>
    <message>
        <source>Its target {id} is not in the file.</source>
        <translation>도착 대상 {id}이(가) 파일에 없습니다.</translation>
    </message>
    <message>
        <source>there is something after its end</source>
        <translation>끝난 뒤에 다른 것이 있습니다</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>값이 빠져 있습니다</translation>
    </message>
    <message>
        <source>a name in double quotes is missing</source>
        <translation>큰따옴표로 둘러싼 이름이 빠져 있습니다</translation>
    </message>
    <message>
        <source>a text has no end</source>
        <translation>끝나지 않은 문자열이 있습니다</translation>
    </message>
    <message>
        <source>a text holds a control character</source>
        <translation>문자열에 제어 문자가 있습니다</translation>
    </message>
    <message>
        <source>a text holds an unknown escape</source>
        <translation>문자열에 알 수 없는 이스케이프가 있습니다</translation>
    </message>
    <message>
        <source>something is not JSON</source>
        <translation>JSON이 아닌 것이 있습니다</translation>
    </message>
    <message>
        <source>It is not a text.</source>
        <translation>문자열이 아닙니다.</translation>
    </message>
    <message>
        <source>It is not a whole number.</source>
        <translation>정수가 아닙니다.</translation>
    </message>
    <message>
        <source>It is not a number.</source>
        <translation>숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>It is neither true nor false.</source>
        <translation>true도 false도 아닙니다.</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>빠져 있습니다.</translation>
    </message>
    <message>
        <source>The format has no such key.</source>
        <translation>형식에 없는 키입니다.</translation>
    </message>
    <message>
        <source>It does not have the right form.</source>
        <translation>형태가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It is longer than {max_length} characters.</source>
        <translation>{max_length}자보다 깁니다.</translation>
    </message>
    <message>
        <source>It is empty or too short.</source>
        <translation>비어 있거나 너무 짧습니다.</translation>
    </message>
    <message>
        <source>It is less than {ge}.</source>
        <translation>{ge}보다 작습니다.</translation>
    </message>
    <message>
        <source>It is more than {le}.</source>
        <translation>{le}보다 큽니다.</translation>
    </message>
    <message>
        <source>It must be {expected}.</source>
        <translation>{expected} 가운데 하나여야 합니다.</translation>
    </message>
    <message>
        <source>It has more than {max_length} items.</source>
        <translation>항목이 {max_length}개보다 많습니다.</translation>
    </message>
    <message>
        <source>It has less than {min_length} items.</source>
        <translation>항목이 {min_length}개보다 적습니다.</translation>
    </message>
    <message>
        <source>It is not what the format asks for ({kind}).</source>
        <translation>형식이 요구하는 것이 아닙니다({kind}).</translation>
    </message>
    <message>
        <source>{sign} is missing</source>
        <translation>{sign} 기호가 빠져 있습니다</translation>
    </message>
    <message>
        <source>The file&apos;s schema is of version {other}; the project has {own}.</source>
        <translation>파일의 스키마 버전은 {other}이고, 프로젝트의 버전은 {own}입니다.</translation>
    </message>
    <message>
        <source>Two labels, keys or relation types are the same.</source>
        <translation>레이블, 키, 관계 종류 가운데 같은 것이 둘 있습니다.</translation>
    </message>
    <message>
        <source>A relation type names labels that do not exist: {names}.</source>
        <translation>관계 종류가 없는 레이블을 가리킵니다: {names}.</translation>
    </message>
    <message>
        <source>The quote is not as long as the span.</source>
        <translation>텍스트의 길이가 구간과 다릅니다.</translation>
    </message>
    <message>
        <source>A relation has exactly one target.</source>
        <translation>관계의 도착 대상은 하나여야 합니다.</translation>
    </message>
    <message>
        <source>{id}: already there; its title, state, note, zones, metadata and rights were left as the project has them.</source>
        <translation>{id}: 이미 있습니다. 제목, 상태, 메모, 영역, 메타데이터, 권리는 프로젝트에 있는 대로 두었습니다.</translation>
    </message>
    <message>
        <source>The project&apos;s setting {key} was left as it is.</source>
        <translation>프로젝트 설정 {key}은(는) 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>It leads to a suggestion but does not leave one.</source>
        <translation>제안에 이르지만 제안에서 나오지 않습니다.</translation>
    </message>
    <message>
        <source>A suggestion&apos;s text and place do not agree.</source>
        <translation>제안의 텍스트와 위치가 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>This is too long for a setting of the project.</source>
        <translation>프로젝트 설정으로 두기에는 너무 깁니다.</translation>
    </message>
    <message>
        <source>The claim has no speaker.</source>
        <translation>주장에 화자가 없습니다.</translation>
    </message>
    <message>
        <source>A quotation is not marked as a claim.</source>
        <translation>인용에 주장 표시가 없습니다.</translation>
    </message>
    <message>
        <source>It has no entry of the speaker registry.</source>
        <translation>화자 명부에 이어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The figure has no value.</source>
        <translation>수치에 값이 없습니다.</translation>
    </message>
    <message>
        <source>The figure has no unit.</source>
        <translation>수치에 단위가 없습니다.</translation>
    </message>
    <message>
        <source>The cue belongs to no claim.</source>
        <translation>인용 표지가 어느 주장에도 이어지지 않았습니다.</translation>
    </message>
    <message>
        <source>The same span has the same label {count} times.</source>
        <translation>같은 구간에 같은 레이블이 {count}번 있습니다.</translation>
    </message>
    <message>
        <source>A relation {type} leads where the schema allows none.</source>
        <translation>관계 {type}의 끝이 스키마에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>A relation {type} leads to something around it no more.</source>
        <translation>관계 {type}의 출발이 더는 도착 안에 있지 않습니다.</translation>
    </message>
    <message>
        <source>It has {count} relations {type}; {limit} are allowed.</source>
        <translation>관계 {type}이(가) {count}개입니다. {limit}개까지 됩니다.</translation>
    </message>
    <message>
        <source>The headline quotes what the article does not say so.</source>
        <translation>제목의 인용이 본문에 그대로 없습니다.</translation>
    </message>
    <message>
        <source>Conversions {pair} differ by {percent} %: {low} to {high}.</source>
        <translation>환산 {pair}의 환율이 {percent} % 어긋납니다: {low}~{high}.</translation>
    </message>
    <message>
        <source>{name} is closed.</source>
        <translation>{name}이(가) 닫혔습니다.</translation>
    </message>
    <message>
        <source>This is the work of {name}.</source>
        <translation>{name} 님의 작업입니다.</translation>
    </message>
    <message>
        <source>Change other people&apos;s work only after allowing it under Annotator.</source>
        <translation>다른 작업자의 것을 고치려면 작업자 메뉴에서 허용하십시오.</translation>
    </message>
    <message>
        <source>These options of the export cannot be used together.</source>
        <translation>이 내보내기 옵션은 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A split is like 80/10/10 and adds up to 100; states are new, in_progress, done and skipped. Nothing was exported.</source>
        <translation>나누기는 80/10/10처럼 합이 100이어야 하고, 상태는 new, in_progress, done, skipped입니다. 아무것도 내보내지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} is there already and is not an earlier export.</source>
        <translation>{name}이(가) 이미 있으며, 전에 내보낸 것이 아닙니다.</translation>
    </message>
    <message>
        <source>None of these files has the text of an article here.</source>
        <translation>이 파일들 가운데 여기 기사의 본문이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The texts must be the same, letter for letter.</source>
        <translation>본문은 글자 하나까지 같아야 합니다.</translation>
    </message>
    <message>
        <source>{name} is not a stand-off export that can be read.</source>
        <translation>{name}은(는) 읽을 수 있는 본문 제외 내보내기가 아닙니다.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Events, equivalences and normalisations left out: {count}</source>
        <translation>사건, 동치, 정규화 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Its text {name} is not beside it.</source>
        <translation>본문 파일 {name}이(가) 같은 폴더에 없습니다.</translation>
    </message>
    <message>
        <source>It is no line of brat&apos;s stand-off format.</source>
        <translation>brat 형식의 줄이 아닙니다.</translation>
    </message>
    <message>
        <source>Annotations left out whose words do not occur in their paragraph: {count}</source>
        <translation>글이 문단에 나오지 않는 주석 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>{place}: left out {label} at {start}–{end}: those words do not stand there.</source>
        <translation>{place}: {start}–{end}의 {label}을(를) 뺐습니다. 그 자리에 그 글이 없습니다.</translation>
    </message>
    <message>
        <source>Further annotations that have no place: {count}</source>
        <translation>자리를 찾지 못한 주석이 {count}개 더 있습니다</translation>
    </message>
    <message>
        <source>{place}: offsets are counted in {unit}.</source>
        <translation>{place}: 오프셋 단위는 {unit}입니다.</translation>
    </message>
    <message>
        <source>Relations {type} left out, as the schema has none between such ends: {count}</source>
        <translation>관계 {type} {count}개를 뺐습니다. 스키마에는 두 끝 사이에 그런 관계가 없습니다.</translation>
    </message>
    <message>
        <source>Relations {type} left out, as an end was not taken over: {count}</source>
        <translation>관계 {type} {count}개를 뺐습니다. 한쪽 끝을 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>Values of the feature {name} left out, as the schema has none such: {count}</source>
        <translation>주석 {count}개의 속성 {name}을(를) 뺐습니다. 스키마에 그런 값이 없습니다.</translation>
    </message>
    <message>
        <source>Annotations {label} in parts that stand alone, as the schema cannot join them: {count}</source>
        <translation>여러 부분으로 된 주석 {label} {count}개는 스키마로 이을 수 없어 부분마다 따로 가져왔습니다.</translation>
    </message>
    <message>
        <source>There is no article in it.</source>
        <translation>기사가 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>--map {given} is not of the form THEIRS=OURS.</source>
        <translation>--map {given}은(는) 원래이름=우리이름 꼴이 아닙니다.</translation>
    </message>
    <message>
        <source>--column is given twice for {field}.</source>
        <translation>--column에 {field}을(를) 두 번 정했습니다.</translation>
    </message>
    <message>
        <source>One column holds each field. Nothing was imported.</source>
        <translation>각 항목은 한 열에만 있을 수 있습니다. 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>It has {count} columns; {expected} were named.</source>
        <translation>열이 {count}개인데, 이름은 {expected}개입니다.</translation>
    </message>
    <message>
        <source>Its offset {at} does not fit what stands before.</source>
        <translation>오프셋 {at}이(가) 앞에 있는 것과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It is no dataset of this application (documents.jsonl and manifest.json).</source>
        <translation>밑줄이 만든 데이터셋이 아닙니다(documents.jsonl과 manifest.json).</translation>
    </message>
    <message>
        <source>The ZIP file is damaged or encrypted.</source>
        <translation>ZIP 파일이 손상되었거나 암호화되어 있습니다.</translation>
    </message>
    <message>
        <source>The folder holds no file of a kind that is read.</source>
        <translation>폴더에 읽을 수 있는 종류의 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The folder holds more than {limit} files.</source>
        <translation>폴더에 파일이 {limit}개보다 많습니다.</translation>
    </message>
    <message>
        <source>Annotations {label} left out, as the project&apos;s schema has no such label: {count}</source>
        <translation>주석 {label} {count}개를 뺐습니다. 프로젝트 스키마에 그런 레이블이 없습니다.</translation>
    </message>
    <message>
        <source>Annotations {label} left out, as was asked: {count}</source>
        <translation>지정한 대로 주석 {label} {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Annotations {label} taken as {own}: {count}</source>
        <translation>주석 {label} {count}개를 {own}(으)로 가져왔습니다.</translation>
    </message>
    <message>
        <source>{foreign} cannot become {own}: the schema has no such name.</source>
        <translation>{foreign}을(를) {own}(으)로 바꿀 수 없습니다. 스키마에 그런 이름이 없습니다.</translation>
    </message>
    <message>
        <source>It is no record of {format}.</source>
        <translation>{format}의 레코드가 아닙니다.</translation>
    </message>
    <message>
        <source>Predictions of machines left out: {count}</source>
        <translation>기계의 예측 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Annotations left out that were cancelled there: {count}</source>
        <translation>그 도구에서 취소된 작업 {count}건을 뺐습니다.</translation>
    </message>
    <message>
        <source>Regions left out that are not labelled text: {count}</source>
        <translation>레이블이 붙은 텍스트가 아닌 영역 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Annotations left out because their text was rejected or ignored there: {count}</source>
        <translation>그 도구에서 거절하거나 넘긴 텍스트의 주석 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>It is no CAS with a text (sofaString).</source>
        <translation>본문(sofaString)이 있는 CAS가 아닙니다.</translation>
    </message>
    <message>
        <source>Annotations left out that have no whole offsets: {count}</source>
        <translation>오프셋이 온전하지 않은 주석 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Annotations left out that have no position or quote in the text: {count}</source>
        <translation>본문의 위치도 인용도 없는 주석 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Annotations left out whose quote does not occur exactly once: {count}</source>
        <translation>인용한 글이 본문에 꼭 한 번 나오지 않는 주석 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>The article&apos;s text is not in it, nor in {name} or an export&apos;s documents.jsonl beside.</source>
        <translation>기사 본문이 파일에도, 같은 폴더의 {name}이나 documents.jsonl에도 없습니다.</translation>
    </message>
    <message>
        <source>It is about several texts, of which one is not beside it.</source>
        <translation>여러 본문에 대한 파일인데, 그 가운데 하나가 같은 폴더에 없습니다.</translation>
    </message>
    <message>
        <source>Broken XML in line {line}, column {column}.</source>
        <translation>{line}행 {column}열에서 XML이 깨졌습니다.</translation>
    </message>
    <message>
        <source>Its encoding cannot be read.</source>
        <translation>인코딩을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>It declares a document type, which is not read for safety.</source>
        <translation>문서 형식 선언(DOCTYPE)이 있어 안전을 위해 읽지 않습니다.</translation>
    </message>
    <message>
        <source>has a part outside the annotation</source>
        <translation>주석 밖의 구성 요소가 있습니다</translation>
    </message>
    <message>
        <source>No column holds articles: its name must be text, body, 본문, 내용 or the like.</source>
        <translation>기사 본문이 든 열이 없습니다. 열 이름이 text, body, 본문, 내용 등이어야 합니다.</translation>
    </message>
    <message>
        <source>Rows left out that have no text: {count}</source>
        <translation>본문이 없는 행 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Columns kept with the article: {names}</source>
        <translation>기사와 함께 보관한 열: {names}</translation>
    </message>
    <message>
        <source>It is no table: a quotation mark or line is broken.</source>
        <translation>표가 아닙니다. 따옴표나 줄이 깨져 있습니다.</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>{number}행</translation>
    </message>
    <message>
        <source>It unpacks to far more than it should.</source>
        <translation>압축을 풀면 크기가 지나치게 커집니다.</translation>
    </message>
    <message>
        <source>It is no document of Word (DOCX).</source>
        <translation>워드 문서(DOCX)가 아닙니다.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>페이지에서 기사를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>It is no workbook (XLSX).</source>
        <translation>엑셀 통합 문서(XLSX)가 아닙니다.</translation>
    </message>
    <message>
        <source>It is no document of Hangul (HWPX).</source>
        <translation>한글 문서(HWPX)가 아닙니다.</translation>
    </message>
    <message>
        <source>The document is locked with a password.</source>
        <translation>암호가 걸린 문서입니다.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it without the lock, and import that file.</source>
        <translation>문서를 만든 프로그램에서 열어 암호나 보호를 풀고 저장한 뒤 그 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Characters that have a meaning only in the font of the file, to be looked at: {count}</source>
        <translation>글자 {count}개는 이 파일의 글꼴에서만 제 모양이 나옵니다. 확인해 주세요.</translation>
    </message>
    <message>
        <source>Reading it took more memory than an import may ({limit} MB).</source>
        <translation>읽는 데 필요한 메모리가 가져오기의 한도({limit}MB)를 넘었습니다.</translation>
    </message>
    <message>
        <source>Reading it came no further for {limit} seconds and was stopped.</source>
        <translation>{limit}초 동안 읽기가 나아가지 않아 멈추었습니다.</translation>
    </message>
    <message>
        <source>What read it broke down. The file may be damaged.</source>
        <translation>파일을 읽던 프로세스가 갑자기 끝났습니다. 파일이 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was imported; the project is as it was. Divide the file into smaller ones, or save it anew in the program it came from.</source>
        <translation>가져온 것은 없으며 프로젝트는 그대로입니다. 파일을 작게 나누거나, 파일을 만든 프로그램에서 다시 저장해 보세요.</translation>
    </message>
    <message>
        <source>A fault of the program ended the reading.</source>
        <translation>프로그램의 결함 때문에 읽기가 중단되었습니다.</translation>
    </message>
    <message>
        <source>Nothing was imported; the project is as it was. The log says where; please report it.</source>
        <translation>가져온 것은 없으며 프로젝트는 그대로입니다. 어디에서 일어났는지 로그에 적혀 있으니 알려 주세요.</translation>
    </message>
    <message>
        <source>The cell holds more than a cell of a workbook can.</source>
        <translation>셀에 담을 수 있는 것보다 많은 글자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>What came of reading it makes no sense.</source>
        <translation>파일을 읽은 결과가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Texts before a correction that the file does not hold: {count}</source>
        <translation>파일에 없는 고치기 전 본문: {count}개</translation>
    </message>
    <message>
        <source>The article&apos;s text was changed meanwhile.</source>
        <translation>그사이에 기사의 본문이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Open it again to correct it. Nothing was changed.</source>
        <translation>다시 열어 고치세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>--column {given} is not of the form FIELD=NAME; a field is {fields}.</source>
        <translation>--column {given}: 필드=이름 꼴이 아닙니다. 필드: {fields}</translation>
    </message>
    <message>
        <source>Nothing was imported; the project is as it was. Say which one does: --column text=NAME.</source>
        <translation>가져온 것은 없으며 프로젝트는 그대로입니다. 본문이 있는 열을 --column text=이름 으로 알려 주세요.</translation>
    </message>
    <message>
        <source>It has no column {name}; its columns are {names}.</source>
        <translation>{name} 열이 없습니다. 있는 열: {names}</translation>
    </message>
    <message>
        <source>It is no record of an article.</source>
        <translation>기사 한 편의 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>It has no sheet {sheet}; its sheets are {sheets}.</source>
        <translation>{sheet} 시트가 없습니다. 있는 시트: {sheets}</translation>
    </message>
    <message>
        <source>It holds far more than an article.</source>
        <translation>기사 한 편이라기에는 내용이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Save the pages of the article as a file and import that.</source>
        <translation>기사가 실린 쪽만 파일로 저장해 가져오세요.</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>PDF가 손상되었습니다.</translation>
    </message>
    <message>
        <source>The PDF is encrypted.</source>
        <translation>암호화된 PDF입니다.</translation>
    </message>
    <message>
        <source>Save it without protection where you may, and import that file.</source>
        <translation>권한이 있다면 보호를 풀어 저장한 뒤 그 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>It has {count} pages, more than {limit}.</source>
        <translation>{count}쪽으로, 한도인 {limit}쪽을 넘습니다.</translation>
    </message>
    <message>
        <source>It is no PDF.</source>
        <translation>PDF가 아닙니다.</translation>
    </message>
    <message>
        <source>The PDF holds pictures of pages, no text.</source>
        <translation>이 PDF에는 쪽의 그림만 있고 글자가 없습니다.</translation>
    </message>
    <message>
        <source>Have its text recognised by another program (OCR) and import what that makes.</source>
        <translation>다른 프로그램으로 글자를 인식(OCR)한 뒤 그 결과를 가져오세요.</translation>
    </message>
    <message>
        <source>The PDF does not say which letters its glyphs are: {count} of {all} are unknown.</source>
        <translation>이 PDF는 글리프가 어떤 글자인지 밝히지 않습니다. {all}자 가운데 {count}자를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Get the article as a web page or a document, or have it recognised (OCR).</source>
        <translation>웹 페이지나 문서로 된 기사를 구하거나 글자를 인식(OCR)해 주세요.</translation>
    </message>
    <message>
        <source>Paragraphs were put together by the look of the pages: compare them with the PDF.</source>
        <translation>쪽의 모양을 보고 문단을 이었습니다. PDF와 견주어 보세요.</translation>
    </message>
    <message>
        <source>Line ends at which it was guessed whether a word goes on; look at the spaces: {count}</source>
        <translation>줄 끝 {count}곳에서 단어가 이어지는지 짐작했습니다. 띄어쓰기를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Lines left out that are page numbers, heads and feet: {count}</source>
        <translation>쪽 번호와 머리말·꼬리말 {count}줄을 뺐습니다.</translation>
    </message>
    <message>
        <source>Letters left out that run in another direction: {count}</source>
        <translation>다른 방향으로 쓰인 글자 {count}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>Pages that hold no text, only pictures: {count}</source>
        <translation>{count}쪽에는 글자 없이 그림만 있습니다.</translation>
    </message>
    <message>
        <source>The text was recognised from pictures (OCR): compare it with the PDF.</source>
        <translation>그림에서 인식한(OCR) 글자입니다. PDF와 견주어 보세요.</translation>
    </message>
    <message>
        <source>Letters that are unknown and stand as U+FFFD: {count}</source>
        <translation>알 수 없는 글자 {count}개를 U+FFFD로 두었습니다.</translation>
    </message>
    <message>
        <source>It is no workbook that was exported from a project.</source>
        <translation>프로젝트에서 내보낸 통합 문서가 아닙니다.</translation>
    </message>
    <message>
        <source>It is a workbook that was exported from a project.</source>
        <translation>프로젝트에서 내보낸 통합 문서입니다.</translation>
    </message>
    <message>
        <source>What was corrected in it comes back by Import corrections. Nothing was imported; the project is as it was.</source>
        <translation>여기서 고친 것은 ‘바로잡은 것 가져오기’로 가져옵니다. 아무것도 가져오지 않았고 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>The cell holds an error.</source>
        <translation>셀에 오류 값이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The cell holds a formula without a result.</source>
        <translation>셀에 결과가 없는 수식이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The cell holds no JSON object.</source>
        <translation>셀의 내용이 JSON 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>Places in the text are not taken from a workbook.</source>
        <translation>본문 속 위치는 통합 문서에서 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>The cells of {name} say different things.</source>
        <translation>{name}의 셀들이 서로 다릅니다.</translation>
    </message>
    <message>
        <source>The cell holds no number.</source>
        <translation>셀의 내용이 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The cell holds neither TRUE nor FALSE.</source>
        <translation>셀의 내용이 TRUE도 FALSE도 아닙니다.</translation>
    </message>
    <message>
        <source>The value of {name} is empty, too long or of a wrong kind.</source>
        <translation>{name}의 값이 비었거나 너무 길거나 종류가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>What was corrected has been changed in the project.</source>
        <translation>고친 것이 그사이 프로젝트에서 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the workbook once more.</source>
        <translation>아무것도 바꾸지 않았습니다. 통합 문서를 다시 가져와 보세요.</translation>
    </message>
    <message>
        <source>The speaker registry has no entry of this name.</source>
        <translation>화자 명부에 이런 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The speaker registry has several entries of this name; give the id of one.</source>
        <translation>화자 명부에 같은 이름이 여럿 있습니다. 그중 하나의 id를 적어 주세요.</translation>
    </message>
    <message>
        <source>Nothing was changed; the project is as it was.</source>
        <translation>아무것도 바꾸지 않았습니다. 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>It was exported from another project.</source>
        <translation>다른 프로젝트에서 내보낸 것입니다.</translation>
    </message>
    <message>
        <source>None of its sheets can be read back.</source>
        <translation>다시 읽을 수 있는 시트가 없습니다.</translation>
    </message>
    <message>
        <source>It was exported with the schema {theirs}; the project has {ours} now. Columns are matched by their names.</source>
        <translation>스키마 {theirs}로 내보낸 것이고 지금 프로젝트의 스키마는 {ours}입니다. 열은 이름으로 맞춥니다.</translation>
    </message>
    <message>
        <source>The project does not know the moment of this export, so that every difference is shown as a conflict.</source>
        <translation>이 프로젝트는 언제 내보낸 것인지 알지 못합니다. 그래서 다른 곳을 모두 충돌로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Rows without an id, which were not read: {count}</source>
        <translation>id가 없어 읽지 않은 행: {count}</translation>
    </message>
    <message>
        <source>More that cannot be taken: {count}</source>
        <translation>가져올 수 없는 것이 더 있음: {count}</translation>
    </message>
    <message>
        <source>Changes beyond what is taken at once: {count}. Take these, then import the workbook again.</source>
        <translation>한 번에 가져올 수 있는 것보다 {count}개가 더 있습니다. 먼저 이것을 가져온 다음 통합 문서를 다시 가져오세요.</translation>
    </message>
    <message>
        <source>The project has nothing of this id.</source>
        <translation>프로젝트에 이런 id가 없습니다.</translation>
    </message>
    <message>
        <source>{name} deleted it after the export.</source>
        <translation>내보낸 뒤에 {name} 님이 지웠습니다.</translation>
    </message>
    <message>
        <source>The row is empty, and without the column part it may be the rest of a long row.</source>
        <translation>행이 비었습니다. part 열이 없어 긴 행의 나머지인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The sheet {sheet} has no row with the names of its fields; it was not read.</source>
        <translation>{sheet} 시트에 필드 이름 행이 없어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The sheet {sheet} has two columns {names}; they were not read.</source>
        <translation>{sheet} 시트에 {names} 열이 둘이라 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>More of it is not as the project is than can be compared at once.</source>
        <translation>프로젝트와 다른 곳이 한 번에 견줄 수 있는 것보다 많습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed; the project is as it was. Delete sheets and rows from a copy of the workbook until the rest can be read.</source>
        <translation>바뀐 것이 없으며 프로젝트는 그대로입니다. 통합 문서의 사본에서 시트와 행을 지워, 남은 것을 읽을 수 있을 만큼 줄이세요.</translation>
    </message>
    <message>
        <source>It is no document of Hangul (HWP 5).</source>
        <translation>한글 문서(HWP 5)가 아닙니다.</translation>
    </message>
    <message>
        <source>It is a document of Hangul 97 or older (HWP 3).</source>
        <translation>한글 97 이하에서 만든 문서(HWP 3)입니다.</translation>
    </message>
    <message>
        <source>Open it in Hangul, save it as HWPX, and import that file.</source>
        <translation>한글에서 열어 HWPX로 저장한 뒤 그 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>The document is made for distribution: its text is encrypted against copying.</source>
        <translation>배포용 문서라서 본문이 복사하지 못하게 암호화되어 있습니다.</translation>
    </message>
    <message>
        <source>Ask its publisher for an open copy, or for the text.</source>
        <translation>펴낸 곳에 일반 문서나 본문을 요청하세요.</translation>
    </message>
    <message>
        <source>The document is damaged.</source>
        <translation>문서가 손상되었습니다.</translation>
    </message>
    <message>
        <source>Changes were tracked in the document: words that were deleted may stand in the text.</source>
        <translation>변경 내용이 추적된 문서라서 지운 말이 본문에 남아 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The file is damaged: its parts cannot be found.</source>
        <translation>파일이 손상되어 내용을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was measured. Both files must be JSONL in the native format.</source>
        <translation>아무것도 재지 않았습니다. 두 파일 모두 밑줄의 JSONL이어야 합니다.</translation>
    </message>
    <message>
        <source>Nothing was suggested. Every file that import reads will do; save a text as UTF-8.</source>
        <translation>아무것도 제안하지 않았습니다. 가져올 수 있는 파일이면 되고, 글은 UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>No project was made.</source>
        <translation>프로젝트를 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>The curated layer is not one annotator&apos;s work.</source>
        <translation>검수본은 한 작업자의 작업이 아닙니다.</translation>
    </message>
    <message>
        <source>Give --layer or --annotator. Nothing was exported.</source>
        <translation>--layer와 --annotator 가운데 하나만 쓰세요. 아무것도 내보내지 않았습니다.</translation>
    </message>
    <message>
        <source>An annotator has the name of the curated layer.</source>
        <translation>검수본의 이름을 쓰는 작업자가 있습니다.</translation>
    </message>
    <message>
        <source>A zone or the rights notice is not inside the text.</source>
        <translation>영역이나 권리 문구가 본문 밖에 있습니다.</translation>
    </message>
    <message>
        <source>Corrections of other people&apos;s work: {count}. Allow changing it under Annotator to take them.</source>
        <translation>다른 사람의 작업을 바로잡은 것: {count}. 가져오려면 작업자 메뉴에서 고칠 수 있게 하세요.</translation>
    </message>
    <message>
        <source>The project has no article with this problem.</source>
        <translation>이 확인할 것이 있는 기사가 프로젝트에 없습니다.</translation>
    </message>
    <message>
        <source>It is no problem of the project: it was solved since the export, or by work that the export left out.</source>
        <translation>프로젝트에서는 확인할 것이 아닙니다. 내보낸 뒤에 풀렸거나, 내보낼 때 뺀 작업으로 풀려 있습니다.</translation>
    </message>
    <message>
        <source>The claim has no marked speaker, or several. Name the registry entry in the sheet speakers or in the window.</source>
        <translation>주장에 표시한 화자가 없거나 여럿입니다. 명부 항목은 speakers 시트나 창에서 정하세요.</translation>
    </message>
    <message>
        <source>The claim has another speaker since the export.</source>
        <translation>내보낸 뒤에 주장의 화자가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The project has no label {name}.</source>
        <translation>프로젝트에 레이블 {name}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>It has {labels}. Nothing was exported.</source>
        <translation>있는 레이블은 {labels}입니다. 아무것도 내보내지 않았습니다.</translation>
    </message>
    <message>
        <source>{option} is not for {format}, which holds everything.</source>
        <translation>{format}에는 모든 것이 들어가므로 {option}을(를) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The schema has no such value; it has {values}.</source>
        <translation>스키마에 없는 값입니다. 쓸 수 있는 값: {values}.</translation>
    </message>
    <message>
        <source>{name} could not be written: its folder is not there.</source>
        <translation>{name} 파일을 쓸 수 없습니다. 그 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Choose another folder, or make this one first.</source>
        <translation>다른 폴더를 고르거나 그 폴더를 먼저 만드십시오.</translation>
    </message>
</context>
<context>
    <name>margin</name>
    <message>
        <source>Quotation · not a claim?</source>
        <translation>인용 · 주장인지 확인</translation>
    </message>
    <message>
        <source>Not marked as a claim</source>
        <translation>주장으로 표시 안 됨</translation>
    </message>
    <message>
        <source>{name} (anonymous)</source>
        <translation>{name} (익명)</translation>
    </message>
    <message>
        <source>not in the registry</source>
        <translation>명부에 없음</translation>
    </message>
    <message>
        <source>No speaker</source>
        <translation>화자 없음</translation>
    </message>
    <message>
        <source>{figure}: no value</source>
        <translation>{figure}: 값 없음</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>Not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>유보</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>금지</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Written permission</source>
        <translation>서면 허락</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>직접 쓴 글</translation>
    </message>
    <message>
        <source>Open licence</source>
        <translation>자유 이용 라이선스</translation>
    </message>
    <message>
        <source>Legal exception</source>
        <translation>법률상 예외</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>제시</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>From a file ({name})</source>
        <translation>파일에서 ({name})</translation>
    </message>
    <message>
        <source>{name} (version {version})</source>
        <translation>{name} (버전 {version})</translation>
    </message>
</context>
<context>
    <name>zones</name>
    <message>
        <source>title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>deck</source>
        <translation>부제</translation>
    </message>
    <message>
        <source>subheads</source>
        <translation>소제목</translation>
    </message>
    <message>
        <source>body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>사진 설명</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>기자명</translation>
    </message>
    <message>
        <source>related articles</source>
        <translation>관련 기사</translation>
    </message>
    <message>
        <source>rights notice</source>
        <translation>저작권 문구</translation>
    </message>
</context>
</TS>
