"""One article that the engine stumbles over does not cost the others their reports."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Article, Failure, Report

Reports = Callable[[Iterable[Article]], Iterator[Report]]
"""Gives a report for each article, in their order, in batches; raises for a bad one."""


class ReadingError(Exception):
    """The articles' own iterator failed; its cause is what to tell."""


@dataclass(slots=True)
class Guard:
    """Runs ``reports``; after an error, the articles under way go through it one by one.

    ``told`` is given each error of an article that had to be given up.
    """

    reports: Reports
    told: Callable[[Exception], None]
    _under_way: deque[Article] = field(default_factory=deque)

    def pipe(self, articles: Iterator[Article]) -> Iterator[Report | Failure]:
        """One item for each article, in their order."""
        for first in articles:
            try:
                for report in self.reports(self._fed(first, articles)):
                    self._under_way.popleft()
                    yield report
            except ReadingError as error:
                raise error.__cause__ or error from None
            except Exception:
                for article in list(self._under_way):
                    yield self._alone(article)
            self._under_way.clear()

    def _fed(self, first: Article, rest: Iterator[Article]) -> Iterator[Article]:
        self._under_way.append(first)
        yield first
        try:
            for article in rest:
                self._under_way.append(article)
                yield article
        except Exception as error:
            raise ReadingError from error

    def _alone(self, article: Article) -> Report | Failure:
        try:
            return next(self.reports([article]))
        except ClaimtrackError as error:
            return Failure(article.id, article.path, error.code, error.message, error.line)
        except Exception as error:
            self.told(error)
            what = f"{type(error).__name__}: {error}"
            return Failure(article.id, article.path, "CT499", advise("CT499", what))
