from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from termbase.standard import Limit, Standard


@pytest.mark.parametrize(
    ("limit", "amount", "says"),
    [
        (Limit(3, 6), 2, "at least 3"),
        (Limit(3, 6), 3, ""),
        (Limit(3, 6), 6, ""),
        (Limit(3, 6), 6.5, "at most 6"),
        (Limit(least=1), 1_000, ""),
        (Limit(most=1), 0, ""),
        (Limit(), 0, ""),
    ],
)
def test_limit(limit: Limit, amount: float, says: str) -> None:
    assert limit.broken_by(amount) == says


@given(st.floats(allow_nan=False))
def test_what_a_standard_does_not_name_is_not_limited(amount: float) -> None:
    assert Standard().broken("facts", amount) == ""
