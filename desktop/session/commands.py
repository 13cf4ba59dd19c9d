"""All commands. A command is a frozen value with ids and plain data; it says what is wanted.

``plan`` checks the schema's rules and lists the edits; the session commits them. ``payload`` is
what the history keeps of the command beside its edits.
"""

from __future__ import annotations

from desktop.session.annotation_commands import (
    AddAnnotation,
    DeleteAnnotations,
    SetFeature,
    SetLabel,
    SetSpan,
)
from desktop.session.answer_commands import AnswerProblem, WithdrawAnswers
from desktop.session.bulk_commands import SetFeatures, SetLabels
from desktop.session.correction_commands import TakeCorrections
from desktop.session.curation_commands import Settle, TakeAgreed
from desktop.session.decision_commands import Decide
from desktop.session.document_commands import DeleteDocuments, RightsValues, SetDocument, SetRights
from desktop.session.entity_commands import AddEntity, DeleteEntity, SetEntity
from desktop.session.import_documents import ImportDocuments
from desktop.session.registry_commands import LinkMention, MergeEntities, SplitEntity
from desktop.session.relation_commands import AddRelation, DeleteRelations, SetRelationFeature
from desktop.session.setting_commands import SetSetting
from desktop.session.text_commands import ReviseText
from desktop.session.together import Together

Command = (
    AddAnnotation
    | DeleteAnnotations
    | SetLabel
    | SetLabels
    | SetFeature
    | SetFeatures
    | SetSpan
    | AddRelation
    | DeleteRelations
    | SetRelationFeature
    | AddEntity
    | SetEntity
    | DeleteEntity
    | LinkMention
    | MergeEntities
    | SplitEntity
    | SetDocument
    | SetRights
    | DeleteDocuments
    | AnswerProblem
    | WithdrawAnswers
    | Decide
    | SetSetting
    | ReviseText
    | TakeAgreed
    | Settle
    | ImportDocuments
    | TakeCorrections
    | Together
)

__all__ = [
    "AddAnnotation",
    "AddEntity",
    "AddRelation",
    "AnswerProblem",
    "Command",
    "Decide",
    "DeleteAnnotations",
    "DeleteDocuments",
    "DeleteEntity",
    "DeleteRelations",
    "ImportDocuments",
    "LinkMention",
    "MergeEntities",
    "ReviseText",
    "RightsValues",
    "SetDocument",
    "SetEntity",
    "SetFeature",
    "SetFeatures",
    "SetLabel",
    "SetLabels",
    "SetRelationFeature",
    "SetRights",
    "SetSetting",
    "SetSpan",
    "Settle",
    "SplitEntity",
    "TakeAgreed",
    "TakeCorrections",
    "Together",
    "WithdrawAnswers",
]
