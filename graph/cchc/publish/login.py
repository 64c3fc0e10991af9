"""Logging in to a graph store: HTTP Basic (RFC 7617) or Digest (RFC 7616)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_netrc_auth

from cchc.errors import CchcError

METHODS = ("basic", "digest")
_HERE = ("localhost", "127.0.0.1", "::1")


class _Nobody(AuthBase):
    """No login at all; without it, requests would look for one by itself."""

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        return request


class _AsAsked(HTTPDigestAuth):
    """Sends nothing until the server asks; then answers by Digest, or by Basic where that is all it offers.

    Basic sends the password itself: only over TLS, or to this machine.
    """

    def handle_401(self, r: Response, **kwargs: Any) -> Response:
        offered = r.headers.get("WWW-Authenticate", "").lower()
        sent = r.request
        if r.status_code != 401 or "digest" in offered or "basic" not in offered or "Authorization" in sent.headers:
            answered: Response = super().handle_401(r, **kwargs)  # type: ignore[no-untyped-call]
            return answered
        address = urlsplit(sent.url or "")
        if address.scheme != "https" and address.hostname not in _HERE:
            raise CchcError("PUBLISH_BASIC_IN_CLEAR", where=address.hostname or "")
        # The connection goes back to the pool.
        r.content  # noqa: B018
        r.close()
        again = _basic(str(self.username), str(self.password))(sent.copy())
        answer: Response = r.connection.send(again, **kwargs)
        answer.history.append(r)
        answer.request = again
        return answer


def login(url: str, user: str | None, password: str | None, method: str | None) -> AuthBase:
    """How to log in; without a user as ``~/.netrc`` (or the file that ``NETRC`` names) says of the host.

    :raises CchcError: PUBLISH_PASSWORD for a user without a password.
    """
    if user is None:
        found = get_netrc_auth(url)
        if found is None:
            return _Nobody()
        user, password = found
    elif password is None:
        known = get_netrc_auth(url)
        if known is None or known[0] != user:
            raise CchcError("PUBLISH_PASSWORD", values={"user": user})
        password = known[1]
    return {"basic": _basic, "digest": HTTPDigestAuth, None: _AsAsked}[method](user, password or "")


def _basic(user: str, password: str) -> HTTPBasicAuth:
    # As UTF-8 (RFC 7617, section 2.1): the library takes text for Latin-1.
    return HTTPBasicAuth(user.encode(), password.encode())
