"""How xAPI content is launched: a made-up learner, and the parameters of cmi5 and Tin Can."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

ACTOR: Mapping[str, Any] = {
    "objectType": "Agent",
    "name": "A Learner",
    "account": {"homePage": "https://a11ycheck.invalid", "name": "learner"},
}
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
SPACE = uuid.UUID("8f5ad0b1-9d2c-5a51-b0b0-6a0c9f8b1c55")
"""The namespace of registrations and sessions, which are the same in every audit of the same unit."""


def registration(activity: str) -> str:
    """Return the UUID of the learner's registration for an activity."""
    return str(uuid.uuid5(SPACE, activity))


def cmi5_query(endpoint: str, activity: str) -> str:
    """Return the launch parameters of cmi5 (cmi5 8.1); `endpoint` is the address of the store, ending in "/"."""
    return _query(
        {
            "endpoint": endpoint,
            "fetch": f"{endpoint}fetch",
            "actor": json.dumps(ACTOR, separators=(",", ":")),
            "registration": registration(activity),
            "activityId": activity,
        }
    )


def tin_can_query(endpoint: str, activity: str) -> str:
    """Return the launch parameters of Tin Can (Rustici's launch guideline), with basic authentication."""
    return _query(
        {
            "endpoint": endpoint,
            "auth": "Basic YTExeWNoZWNrOmxlYXJuZXI=",
            "actor": json.dumps(ACTOR, separators=(",", ":")),
            "registration": registration(activity),
            "activity_id": activity,
        }
    )


def _query(parameters: Mapping[str, str]) -> str:
    """Return a query with spaces as %20: content decodes it with decodeURIComponent, which leaves a "+" as it is."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters.items())


def launch_data(activity: str, values: Mapping[str, str], return_url: str) -> Mapping[tuple[str, str], Any]:
    """Return the documents that cmi5 content finds at its start, by resource and id.

    They are LMS.LaunchData (cmi5 10) and the learner's preferences (cmi5 11). `values` holds moveOn, masteryScore,
    launchMethod, launchParameters, entitlementKey and publisherId, "" where the course doesn't set one;
    `return_url` is the address to return to.
    """
    data: dict[str, Any] = {
        "contextTemplate": {
            "contextActivities": {
                "grouping": [{"objectType": "Activity", "id": values.get("publisherId") or activity}]
            },
            "extensions": {SESSION: str(uuid.uuid5(SPACE, f"session {activity}"))},
        },
        "launchMode": "Normal",
        "launchMethod": values.get("launchMethod") or "AnyWindow",
        "launchParameters": values.get("launchParameters", ""),
        "moveOn": values.get("moveOn") or "NotApplicable",
        "returnURL": return_url,
    }
    score = _score(values.get("masteryScore", ""))
    if score is not None:
        data["masteryScore"] = score
    if key := values.get("entitlementKey"):
        data["entitlementKey"] = {"courseStructure": key}
    return {
        ("activities/state", "LMS.LaunchData"): data,
        ("agents/profile", "cmi5LearnerPreferences"): {"languagePreference": "", "audioPreference": "on"},
    }


def _score(text: str) -> float | None:
    try:
        score = float(text)
    except ValueError:
        return None
    return score if 0 <= score <= 1 else None
