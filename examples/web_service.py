"""A web service that asks the rules before it answers, and says why when it does not.

    charter rules docs --format compiled > rules.json
    CHARTER_RULES=rules.json uvicorn examples.web_service:app

The rules are read once, when the service starts. A decision is a look-up after that, so every request may ask.
"""

import os
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Request
from fastapi.responses import JSONResponse

import engine

RULES = engine.RuleSet.from_json(Path(os.environ.get("CHARTER_RULES", "rules.json")).read_bytes())

HELD = {"kari": {"sales-user", "standard-crm-user"}, "anna": {"sales-user"}, "ole": {"core"}}
"""User -> what she holds; a real service asks its own store."""

app = FastAPI(title="Sales")


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """The rules say no."""

    def __init__(self, decision: engine.Decision, language: str) -> None:
        super().__init__(str(decision))
        self.decision, self.language = decision, language


def user_of(x_user: Annotated[str, Header()]) -> str:
    """The user, as the header says; a real service checks it."""
    if x_user not in HELD:
        raise HTTPException(401, "who are you?")
    return x_user


class Allowed:
    """A dependency: lets a request pass where its user may use a capability."""

    def __init__(self, capability: str, **circumstances: Any) -> None:
        """
        Args:
            capability: an id of the vocabulary.
            circumstances: `channel`, `edition` or `market`, as for `engine.decide`.
        """
        self._capability, self._circumstances = capability, circumstances

    def __call__(
        self, user: Annotated[str, Depends(user_of)], accept_language: Annotated[str, Header()] = "en"
    ) -> engine.Decision:
        """The decision.

        Raises:
            Refused: it is a no.
        """
        decision = engine.decide(RULES, self._capability, HELD[user], **self._circumstances)
        if not decision:
            raise Refused(decision, accept_language.partition(",")[0].partition(";")[0].partition("-")[0])
        return decision


@app.exception_handler(Refused)
def refuse(request: Request, refused: Refused) -> JSONResponse:
    """402: what is missing, and the sentences that say so in the user's language."""
    decision = refused.decision
    own = [s for s in decision.because if s.language == refused.language]
    return JSONResponse(
        {
            "capability": decision.request.capability,
            "outcome": decision.outcome,
            "missing": decision.missing,
            "because": [{"text": s.text, "page": f"{s.language}/{s.page}#{s.anchor}"} for s in own or decision.because],
        },
        status_code=402,
    )


MayUseSales = Annotated[engine.Decision, Depends(Allowed("sale-module"))]


@app.get("/sales")
def sales(user: Annotated[str, Depends(user_of)], allowed: MayUseSales) -> dict[str, str]:
    """Something that not everybody may see."""
    return {"user": user, "outcome": allowed.outcome}


@app.get("/me")
def me(user: Annotated[str, Depends(user_of)]) -> dict[str, Any]:
    """All that the user may do, so that a page can show and hide its buttons."""
    return {"user": user, "capabilities": engine.capabilities(RULES, HELD[user])}
