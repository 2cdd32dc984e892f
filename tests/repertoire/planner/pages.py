"""The planner and what its form sends."""

from tests.admin_forms import form_data
from tests.pages import elements_of

PLANNER = "/admin/repertoire/performance/planner/"


def filled_in(page, **changes):
    """What the form on this page sends after these changes; "" unticks a box."""
    data = form_data(page, form_id="planner_form")
    data["row"] = [field.get("value") for field in elements_of(page, "input", name="row")]
    data |= {name.replace("__", "-"): value for name, value in changes.items()}
    return {name: value for name, value in data.items() if value is not None}


def plan(client, row="", query="", **changes):
    """Opens the planner, changes these fields of a row and saves."""
    page = client.get(PLANNER + query)
    return client.post(PLANNER + query, filled_in(page, **{f"{row}-{name}": v for name, v in changes.items()}))


def saturday(slot):
    """The row of the first Saturday after the clocks were stopped."""
    return f"s{slot.pk}-20261121"
