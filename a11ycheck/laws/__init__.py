"""Which law may apply to an organisation, by which fact. No legal advice: no result says that anything is met."""

from a11ycheck.laws.applicability import judge, unanswered
from a11ycheck.laws.tables import Answers, Case, Question, Regime, questions, regimes

__all__ = ["Answers", "Case", "Question", "Regime", "judge", "questions", "regimes", "unanswered"]
