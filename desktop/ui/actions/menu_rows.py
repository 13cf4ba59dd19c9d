"""The rows that stand in the menus."""

from __future__ import annotations

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.ui.actions.definition import ActionDef, Scope

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("actions", "&Edit")),
    ("suggestions", QT_TRANSLATE_NOOP("actions", "&Suggestions")),
    ("review", QT_TRANSLATE_NOOP("actions", "&Review")),
    ("view", QT_TRANSLATE_NOOP("actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("actions", "&Help")),
)
"""Name and title of each menu, in the order of the menu bar."""

FILE = (
    ActionDef(
        "new_project",
        QT_TRANSLATE_NOOP("actions", "&New project…"),
        ("Ctrl+N",),
        Scope.WINDOW,
        ("file", 0),
    ),
    ActionDef(
        "open_project",
        QT_TRANSLATE_NOOP("actions", "&Open project…"),
        ("Ctrl+O",),
        Scope.WINDOW,
        ("file", 0),
    ),
    ActionDef(
        "open_tutorial",
        QT_TRANSLATE_NOOP("actions", "Open the &tutorial project"),
        (),
        Scope.WINDOW,
        ("file", 0),
    ),
    ActionDef(
        "import_files",
        QT_TRANSLATE_NOOP("actions", "&Import articles…"),
        ("Ctrl+I",),
        menu=("file", 1),
    ),
    ActionDef(
        "paste_article",
        QT_TRANSLATE_NOOP("actions", "&Paste an article…"),
        ("Ctrl+Shift+V",),
        menu=("file", 1),
    ),
    ActionDef("export", QT_TRANSLATE_NOOP("actions", "&Export…"), ("Ctrl+E",), menu=("file", 1)),
    ActionDef(
        "import_corrections",
        QT_TRANSLATE_NOOP("actions", "I&mport corrections…"),
        menu=("file", 1),
    ),
    ActionDef("save_copy", QT_TRANSLATE_NOOP("actions", "Save a &copy…"), menu=("file", 1)),
    ActionDef(
        "preferences",
        QT_TRANSLATE_NOOP("actions", "&Settings…"),
        ("Ctrl+,",),
        Scope.WINDOW,
        ("file", 2),
    ),
    ActionDef(
        "close_project",
        QT_TRANSLATE_NOOP("actions", "C&lose project"),
        ("Ctrl+W",),
        menu=("file", 2),
    ),
    ActionDef(
        "quit", QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",), Scope.WINDOW, ("file", 2)
    ),
)

EDIT = (
    ActionDef("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), ("Ctrl+Z",), menu=("edit", 0)),
    ActionDef(
        "redo",
        QT_TRANSLATE_NOOP("actions", "&Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        menu=("edit", 0),
    ),
    ActionDef(
        "copy", QT_TRANSLATE_NOOP("actions", "&Copy"), ("Ctrl+C",), Scope.ARTICLE, ("edit", 1)
    ),
    ActionDef(
        "attribute",
        QT_TRANSLATE_NOOP("actions", "Say &who said the claim"),
        ("S",),
        Scope.ARTICLE,
        ("edit", 1),
    ),
    ActionDef(
        "mark_quote",
        QT_TRANSLATE_NOOP("actions", "Mark the next &quotation as a claim"),
        ("C",),
        Scope.ARTICLE,
        ("edit", 1),
    ),
    ActionDef(
        "join",
        QT_TRANSLATE_NOOP("actions", "&Join the claim to the one before"),
        ("J",),
        Scope.ARTICLE,
        ("edit", 1),
    ),
    ActionDef(
        "relate",
        QT_TRANSLATE_NOOP("actions", "Re&late the annotation"),
        ("R",),
        Scope.ARTICLE,
        ("edit", 1),
    ),
    ActionDef(
        "mark_same",
        QT_TRANSLATE_NOOP("actions", "Mark all the &same strings…"),
        ("A",),
        Scope.ARTICLE,
        ("edit", 1),
    ),
    ActionDef(
        "delete",
        QT_TRANSLATE_NOOP("actions", "&Delete the annotation"),
        ("Del", "Backspace"),
        Scope.ARTICLE,
        ("edit", 1),
    ),
    ActionDef(
        "set_zone",
        QT_TRANSLATE_NOOP("actions", "&Zone of the paragraph…"),
        ("Z",),
        Scope.ARTICLE,
        ("edit", 2),
    ),
    ActionDef(
        "article_facts",
        QT_TRANSLATE_NOOP("actions", "Facts a&bout the article…"),
        ("M",),
        Scope.ARTICLE,
        ("edit", 2),
    ),
    ActionDef(
        "article_rights",
        QT_TRANSLATE_NOOP("actions", "Ri&ghts in the selected articles…"),
        menu=("edit", 2),
    ),
    ActionDef(
        "edit_text",
        QT_TRANSLATE_NOOP("actions", "Correct the te&xt…"),
        ("F2",),
        Scope.ARTICLE,
        ("edit", 2),
    ),
    ActionDef(
        "find", QT_TRANSLATE_NOOP("actions", "&Find in the article"), ("Ctrl+F",), menu=("edit", 3)
    ),
    ActionDef("find_next", QT_TRANSLATE_NOOP("actions", "Find &next"), ("F3",), menu=("edit", 3)),
    ActionDef(
        "find_previous",
        QT_TRANSLATE_NOOP("actions", "Find pre&vious"),
        ("Shift+F3",),
        menu=("edit", 3),
    ),
    ActionDef(
        "search_project",
        QT_TRANSLATE_NOOP("actions", "Search the &project…"),
        ("Ctrl+Shift+F",),
        menu=("edit", 3),
    ),
    ActionDef(
        "annotation_table",
        QT_TRANSLATE_NOOP("actions", "&Table of annotations…"),
        ("Ctrl+T",),
        menu=("edit", 3),
    ),
    ActionDef(
        "registry",
        QT_TRANSLATE_NOOP("actions", "Speaker &registry"),
        ("Ctrl+R",),
        menu=("edit", 3),
    ),
    ActionDef("annotator", QT_TRANSLATE_NOOP("actions", "&Annotator…"), menu=("edit", 4)),
    ActionDef(
        "curate",
        QT_TRANSLATE_NOOP("actions", "C&ompare annotators and settle"),
        ("V",),
        Scope.ARTICLE,
        ("edit", 4),
    ),
    ActionDef(
        "only_own",
        QT_TRANSLATE_NOOP("actions", "Only &my annotations, or everybody's"),
        ("Ctrl+Shift+O",),
        menu=("edit", 4),
    ),
)

VIEW = (
    ActionDef(
        "next_document",
        QT_TRANSLATE_NOOP("actions", "&Next article"),
        ("Alt+Down",),
        menu=("view", 0),
    ),
    ActionDef(
        "previous_document",
        QT_TRANSLATE_NOOP("actions", "&Previous article"),
        ("Alt+Up",),
        menu=("view", 0),
    ),
    ActionDef(
        "zoom_in",
        QT_TRANSLATE_NOOP("actions", "Zoom &in"),
        ("Ctrl++", "Ctrl+="),
        menu=("view", 1),
    ),
    ActionDef("zoom_out", QT_TRANSLATE_NOOP("actions", "Zoom &out"), ("Ctrl+-",), menu=("view", 1)),
    ActionDef(
        "zoom_reset", QT_TRANSLATE_NOOP("actions", "&Usual size"), ("Ctrl+0",), menu=("view", 1)
    ),
    ActionDef(
        "focus_mode",
        QT_TRANSLATE_NOOP("actions", "&Only the article"),
        ("F9",),
        menu=("view", 2),
    ),
    ActionDef(
        "toggle_list",
        QT_TRANSLATE_NOOP("actions", "&List of articles on or off"),
        ("Ctrl+Shift+L",),
        menu=("view", 2),
    ),
    ActionDef(
        "toggle_inspector",
        QT_TRANSLATE_NOOP("actions", "&Inspector on or off"),
        ("Ctrl+Shift+I",),
        menu=("view", 2),
    ),
    ActionDef(
        "reading",
        QT_TRANSLATE_NOOP("actions", "&Text and colours…"),
        ("Ctrl+Shift+T",),
        Scope.WINDOW,
        ("view", 2),
    ),
    ActionDef(
        "focus_article",
        QT_TRANSLATE_NOOP("actions", "Go to the &article"),
        ("F6",),
        menu=("view", 2),
    ),
    ActionDef(
        "focus_inspector",
        QT_TRANSLATE_NOOP("actions", "Go to the ins&pector"),
        ("Shift+F6",),
        menu=("view", 2),
    ),
    ActionDef(
        "filter", QT_TRANSLATE_NOOP("actions", "&Filter articles"), ("Ctrl+L",), menu=("view", 2)
    ),
)

HELP = (
    ActionDef(
        "show_guideline",
        QT_TRANSLATE_NOOP("actions", "&Guideline for what is selected"),
        ("F1",),
        menu=("help", 0),
    ),
    ActionDef(
        "show_palette",
        QT_TRANSLATE_NOOP("actions", "Find an a&ction…"),
        ("Ctrl+K",),
        Scope.WINDOW,
        ("help", 0),
        listed=False,
    ),
    ActionDef(
        "show_keys", QT_TRANSLATE_NOOP("actions", "&Keys…"), ("?",), Scope.WINDOW, ("help", 0)
    ),
    ActionDef(
        "about", QT_TRANSLATE_NOOP("actions", "&About Mitjul"), (), Scope.WINDOW, ("help", 9)
    ),
)
