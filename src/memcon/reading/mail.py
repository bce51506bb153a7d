"""E-mail (.eml): press lists and readouts sent by mail (RFC 5322, MIME)."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from memcon.errors import NoArticle, NotText
from memcon.reading.document import Document
from memcon.reading.encoding import decode
from memcon.reading.markup import text_of

_PREFIX = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr)\s?:\s?)+", re.I)
_FORWARDED = re.compile(r"(?m)^-{2,} ?(?:Forwarded message|Original Message) ?-{2,}$")


def read(data: bytes, name: str) -> Document:
    """Read a message: the plain text, else the HTML; the sender is the publisher, the subject the title.

    Raises:
        NotText: it is no message.
        NoArticle: it has no text.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        body, rest = _body(message, name)
        subject, sender = str(message.get("Subject", "")), _sender(message)
        sent, id = message.get("Date"), message.get("Message-ID")
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise NotText(f"{name}: this e-mail is damaged ({error}); save the message again, or give its text") from error
    if body is None or not body.strip():
        raise NoArticle(f"{name}: this e-mail has no text ({rest} attachments); give the attachment that holds the report")
    return Document(
        name=name,
        format="eml",
        raw=data,
        body=_FORWARDED.sub("", body),
        title=_PREFIX.sub("", subject.strip()) or None,
        publisher=sender,
        published=str(sent) if sent else None,
        id=str(id).strip("<> \t") if id else None,
        notes=(f"attachments not read: {rest}",) if rest else (),
    )


def _body(message: EmailMessage, name: str) -> tuple[str | None, int]:
    """Give the text of a message, and how many attachments it has."""
    part = message.get_body(preferencelist=("plain", "html"))
    attachments = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    if part is None:
        return None, attachments
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        return None, attachments
    text = decode(data, name, part.get_content_charset())
    return (text_of(text) if part.get_content_subtype() == "html" else text), attachments


def _sender(message: EmailMessage) -> str | None:
    header = message.get("From")
    addresses = getattr(header, "addresses", ())
    if not addresses:
        return None
    return addresses[0].display_name or addresses[0].domain or None
