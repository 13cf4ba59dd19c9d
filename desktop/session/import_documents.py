"""ImportDocuments: a file's documents, annotations, relations, annotators and registry entries."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, InstanceOf

from desktop.model.batch import ImportBatch
from desktop.session.command import CommandValue
from desktop.session.planning import Context, Plan, Reader


class ImportDocuments(CommandValue):
    """Take a batch over. :meth:`Session.import_batch` does it and tells what became of it.

    With ``skip_duplicates`` a document whose text the project has already is left out.
    """

    kind: Literal["import_documents"] = "import_documents"
    batch: InstanceOf[ImportBatch] = Field(exclude=True)
    skip_duplicates: bool = False

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        from desktop.session.import_planning import plan_import

        return plan_import(self.batch, project, context, self.skip_duplicates)[0]
