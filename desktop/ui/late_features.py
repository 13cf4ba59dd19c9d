"""The features of the project's page that act only when asked, made when they first are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.model.span import Span
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.actions.handlers import Handler, collect
from desktop.ui.desk import Desk
from desktop.ui.late import Late
from desktop.ui.marking import Marking
from desktop.ui.panels.side_column import SideColumn
from desktop.ui.registry import Registry
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess

if TYPE_CHECKING:
    from desktop.ui.article_facts import ArticleFacts
    from desktop.ui.attributing import Attributing
    from desktop.ui.correcting import Correcting
    from desktop.ui.curating import Curating
    from desktop.ui.guiding import Guiding
    from desktop.ui.joining import Joining
    from desktop.ui.panels.speaker_finder import SpeakerFinder
    from desktop.ui.registry_keeping import RegistryKeeping
    from desktop.ui.relating import Relating
    from desktop.ui.rights_keeping import RightsKeeping
    from desktop.ui.zoning import Zoning


class LateFeatures:
    """Says who a claim is from, relates, joins, keeps registry and rights, sets zones and text."""

    def __init__(
        self,
        desk: Desk,
        marking: Marking,
        registry: Registry,
        theme: Theme,
        host: QWidget,
        suggested: Callable[[Span], Sequence[Suggestion]],
        side: SideColumn,
        show_side: Callable[[], object],
        process: WarmProcess | None,
        selected: Callable[[], Sequence[str]],
    ) -> None:
        """``host`` is what panels float over; ``suggested`` gives what touches a span.

        ``side`` takes the guideline, ``show_side`` opens it when it is away. ``process`` does what
        would hold up the window. ``selected`` gives the articles that are selected in the list.
        """
        self._desk = desk
        self._marking = marking
        self._registry = registry
        self._theme = theme
        self._host = host
        self._suggested = suggested
        self._side = side
        self._show_side = show_side
        self._bindings = DEFAULT_BINDINGS
        self._process = process
        self._selected = selected
        self._attributing = Late(("attribute",), self._make_attributing)
        self._registry_keeping = Late(("registry",), self._make_registry_keeping)
        self._guiding = Late(("show_guideline",), self._make_guiding)
        self._others = (
            Late(("relate",), self._make_relating),
            Late(("join",), self._make_joining),
            Late(("set_zone",), self._make_zoning),
            Late(("article_facts",), self._make_article_facts),
            Late(("edit_text",), self._make_correcting),
            Late(("article_rights",), self._make_rights_keeping),
            Late(("curate",), self._make_curating),
        )

    def handlers(self) -> dict[str, Handler]:
        """What all of them do."""
        return collect(self._attributing, self._registry_keeping, self._guiding, *self._others)

    @property
    def attributing(self) -> Attributing:
        """What asks who said a claim."""
        return self._attributing.feature()

    @property
    def registry_keeping(self) -> RegistryKeeping:
        """What shows and changes the speaker registry."""
        return self._registry_keeping.feature()

    @property
    def guiding(self) -> Guiding:
        """What shows the guideline."""
        return self._guiding.feature()

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys from now on."""
        self._bindings = bindings
        if self._guiding.made is not None:
            self._guiding.made.panel.set_key(bindings.shown("show_guideline"))

    def _make_guiding(self) -> Guiding:
        from desktop.ui.guiding import Guiding
        from desktop.ui.panels.guideline_panel import GuidelinePanel

        panel = GuidelinePanel(self._theme)
        panel.set_key(self._bindings.shown("show_guideline"))
        self._side.add_guideline(panel)
        guiding = Guiding(self._desk, panel)
        guiding.side_wanted.connect(self._show_side)
        return guiding

    def _make_attributing(self) -> Attributing:
        from desktop.ui.attributing import Attributing

        attributing = Attributing(self._desk, self._marking, self._registry, self._new_finder())
        attributing.set_suggested(self._suggested)
        return attributing

    def _make_relating(self) -> Relating:
        from desktop.ui.relating import Relating

        return Relating(self._desk, self._registry, self._new_finder())

    def _new_finder(self) -> SpeakerFinder:
        from desktop.ui.panels.speaker_finder import SpeakerFinder

        return SpeakerFinder(self._theme, self._desk.view.viewport())

    def _make_registry_keeping(self) -> RegistryKeeping:
        from desktop.ui.registry_keeping import RegistryKeeping

        return RegistryKeeping(self._desk, self._registry, self._theme, self._host)

    def _make_joining(self) -> Joining:
        from desktop.ui.joining import Joining

        return Joining(self._desk, self._marking)

    def _make_zoning(self) -> Zoning:
        from desktop.ui.zoning import Zoning

        return Zoning(self._desk)

    def _make_article_facts(self) -> ArticleFacts:
        from desktop.ui.article_facts import ArticleFacts

        return ArticleFacts(self._desk)

    def _make_correcting(self) -> Correcting:
        from desktop.ui.correcting import Correcting

        return Correcting(self._desk, self._theme, self._process)

    def _make_rights_keeping(self) -> RightsKeeping:
        from desktop.ui.rights_keeping import RightsKeeping

        return RightsKeeping(self._desk, self._selected)

    def _make_curating(self) -> Curating:
        from desktop.ui.curating import Curating

        return Curating(self._desk)
