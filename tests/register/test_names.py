"""One person however spelt; different persons not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.register.calendar import days
from memcon.register.places import same_city
from memcon.register.spelling import alike, name, skeleton

ONE = [
    ("Volodymyr Zelenskyy", "Vladimir Zelensky", "UA"),
    ("Volodymyr Zelenskiy", "Zelenskyi", "UA"),
    ("Sergey Lavrov", "Sergei Lavrov", "RU"),
    ("Sergey V. Lavrov", "S. Lavrov", "RU"),
    ("Joseph R. Biden, Jr.", "Joe Biden", "US"),
    ("Antony J. Blinken", "Tony Blinken", "US"),
    ("Mohammed bin Salman", "Muhammad bin Salman", "SA"),
    ("Bashar al-Assad", "Bashar Assad", "SY"),
    ("Recep Tayyip Erdoğan", "Tayyip Erdogan", "TR"),
    ("Lee Jae-myung", "Lee Jae Myung", "KR"),
    ("Fumio Kishida", "Kishida Fumio", "JP"),
    ("Xi Jinping", "Xi", "CN"),
    ("Alexei Navalny", "Aleksei Navalny", "RU"),
    ("Mohammed bin Zayed", "Mohamed bin Zayed al Nahyan", "AE"),
    ("Tamim bin Hamad", "Tamim bin Hamad Al Thani", "QA"),
    ("Gustavo Petro", "Gustavo Petro Urrego", "CO"),
    ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón", "ES"),
]
TWO = [
    ("Kim Jong Un", "Kim Jong Il", "KP"),
    ("Hillary Clinton", "Bill Clinton", "US"),
    ("Mette Frederiksen", "Anders Fogh Rasmussen", "DK"),
    ("Lars Løkke Rasmussen", "Poul Nyrup Rasmussen", "DK"),
    ("Moon Jae-in", "Lee Jae-myung", "KR"),
    ("Mohamed bin Zayed", "Tahnoun bin Zayed", "AE"),
    ("Salman bin Abdulaziz", "Mohammed bin Salman", "SA"),
]


@pytest.mark.parametrize(("a", "b", "country"), ONE)
def test_spellings_of_one_person(a: str, b: str, country: str) -> None:
    assert alike(name(a, country), name(b, country)) and alike(name(b, country), name(a, country))
    assert alike(name(a, country), name(b, None))


@pytest.mark.parametrize(("a", "b", "country"), TWO)
def test_two_persons_of_similar_names(a: str, b: str, country: str) -> None:
    assert not alike(name(a, country), name(b, country))


def test_the_same_name_of_two_countries_is_two_persons() -> None:
    assert not alike(name("Lee Hsien Loong", "SG"), name("Lee Hsien Loong", "KR"))


@given(st.text(max_size=40), st.sampled_from([None, "US", "CN", "RU"]), st.text(max_size=40))
def test_any_words_make_a_name(a: str, country: str | None, b: str) -> None:
    one, two = name(a, country), name(b, country)
    assert alike(one, one) and alike(one, two) == alike(two, one)
    assert skeleton(a) == skeleton(a)


@pytest.mark.parametrize(
    ("edtf", "length"),
    [("2021-09-13", 1), ("2021-09", 30), ("2020", 366), ("2021-21", 92), ("2021-24", 90), ("202X", 3653), ("2021-09-13/2021-09-15", 3),
     ("2021-09~", 30), ("2021-09-13T10:00:00Z", 1), ("[2021-09-13,2021-09-15]", 3), ("2021-09-13..2021-09-15", 3), ("2021-34", 91)],
)  # fmt: skip
def test_dates_have_days(edtf: str, length: int) -> None:
    found = days(edtf)
    assert found is not None and found.length == length


@pytest.mark.parametrize("edtf", [None, "", "2021-13-01", "2021-02-30", "../2021", "2021-09-13/..", "soon", "0000", "2021-09-15/2021-09-13"])
def test_what_is_no_date_has_none(edtf: str | None) -> None:
    assert days(edtf) is None


@given(st.text(max_size=30))
def test_any_words_are_a_date_or_none(words: str) -> None:
    found = days(words)
    assert found is None or found.begin <= found.end


def test_cities_by_two_names() -> None:
    assert same_city("Kiev", "Kyiv") and same_city("Washington, D.C.", "Washington") and not same_city("Tokyo", "Kyoto")
