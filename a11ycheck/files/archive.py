"""The files in a zip, read in place and never unpacked."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import SMALL, Files, Limits, check_size, fold, safe_name, too_large
from a11ycheck.model import Skipped

CHUNK = 256 * 1024
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The methods that SCORM allows; others can unpack gigabytes in one step, before a limit could stop them."""
LOCAL_HEADER = 30
CENTRAL_ENTRY = b"PK\x01\x02"
CENTRAL_BYTES = 64 * 1024 * 1024
END = b"PK\x05\x06"
END_BYTES = 22 + 65535
UTF8_FLAG, ENCRYPTED_FLAG = 0x800, 0x1


@dataclass(frozen=True, slots=True)
class Packed:
    """A zip inside another one, held in memory."""

    name: str
    data: bytes

    def open(self, _mode: str) -> BinaryIO:
        """Open its bytes as a file."""
        return BytesIO(self.data)


class Archive(Files):
    """The members of a zip, without links, names that point outside and the like, which `left_out` lists."""

    def __init__(self, path: Path | Packed, limits: Limits | None = None) -> None:
        self.name, self.left_out = path.name, []
        self._limits = limits or Limits()
        self._lock = Lock()
        self._zip = _open(path, self._limits)
        try:
            self._members = self._choose()
        except BaseException:
            self._zip.close()
            raise
        self._folded: dict[str, str] = {fold(name): name for name in reversed(self._members)}
        for name, member in self._members.items():
            for reading in _readings(member):
                self._folded.setdefault(fold(reading), name)

    def _choose(self) -> dict[str, zipfile.ZipInfo]:
        members = self._zip.infolist()
        if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
            raise TargetError("encrypted-zip", name=self.name)
        bombs = {member for member in members if self._is_bomb(member)}
        mostly_bombs = len(bombs) * 2 > sum(not _is_folder(member) for member in members)
        most = self._limits.member_bytes
        counted = [one.file_size for one in members if one.file_size <= most and (mostly_bombs or one not in bombs)]
        check_size(self.name, self._limits, len(members), counted)
        if mostly_bombs:
            example = next(one.filename for one in members if one in bombs)
            raise TargetError("zip-bomb", name=self.name, member=example, limit=self._limits.ratio)
        self._refuse_overlaps(members)
        chosen: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            if _is_folder(member):
                continue
            if member in bombs:
                self._leave_out(_best_name(member), "file-unpacks-large", limit=str(self._limits.ratio))
                continue
            name = safe_name(_best_name(member))
            if name is None:
                self._leave_out(member.orig_filename, "bad-name")
            elif stat.S_ISLNK(member.external_attr >> 16):
                self._leave_out(name, "link-in-package")
            elif member.compress_type not in READABLE:
                self._leave_out(name, "unknown-compression")
            elif member.file_size > self._limits.member_bytes:
                self.left_out.append(too_large(name, member.file_size, self._limits))
            else:
                if name in chosen:
                    self._leave_out(name, "duplicate-name")  # the last one counts, as it does for unzip tools
                chosen[name] = member
        return chosen

    def _is_bomb(self, member: zipfile.ZipInfo) -> bool:
        """Whether a file becomes enormous when unpacked. One may be silence; where most are, the zip is an attack."""
        return member.file_size > max(SMALL, member.compress_size * self._limits.ratio)

    def _refuse_overlaps(self, members: list[zipfile.ZipInfo]) -> None:
        # Members that share bytes (David Fifield, "A better zip bomb") keep each ratio low, but their sum is enormous.
        by_place = sorted(members, key=lambda member: member.header_offset)
        for member, following in zip(by_place, by_place[1:], strict=False):
            if member.header_offset + LOCAL_HEADER + member.compress_size > following.header_offset:
                raise TargetError("overlapping-members", name=self.name)

    def _leave_out(self, what: str, why: str, **data: str) -> None:
        what = "".join(char if char.isprintable() else "�" for char in what)[:200]
        self.left_out.append(Skipped(what, why, "", data={"name": what, **data}))

    def __getitem__(self, name: str) -> bytes:
        member, data = self._members[name], bytearray()
        bound = min(self._limits.member_bytes, max(SMALL, member.compress_size * self._limits.ratio))
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    data += chunk
                    if len(data) > bound:
                        raise zipfile.BadZipFile("more bytes than the directory says")
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            with self._lock:
                if not any(one.what == name and one.why == "unreadable-file" for one in self.left_out):
                    self._leave_out(name, "unreadable-file")
            raise KeyError(name) from error
        return bytes(data)

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def size(self, name: str) -> int:  # noqa: D102
        return self._members[name].file_size

    @property
    def _nearly(self) -> Mapping[str, str]:
        return self._folded

    def close(self) -> None:  # noqa: D102
        self._zip.close()


def _open(path: Path | Packed, limits: Limits) -> zipfile.ZipFile:
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(0, 2)
            length = file.tell()
            file.seek(max(0, length - END_BYTES))
            tail = file.read()
            end = tail.rfind(END)
            if not start:
                raise TargetError("empty-file", name=path.name)
            if end < 0:
                raise TargetError("truncated-zip" if start == b"PK\x03\x04" else "not-a-zip", name=path.name)
            # Count before zipfile makes an object of each entry, because a directory of millions would fill the memory.
            size = struct.unpack("<I", tail[end + 12 : end + 16].ljust(4, b"\0"))[0]
            stop = max(0, length - len(tail)) + end
            file.seek(max(0, stop - min(size, CENTRAL_BYTES)))
            entries = file.read(stop - file.tell()).count(CENTRAL_ENTRY)
        if entries > limits.members or CENTRAL_BYTES < size < 0xFFFFFFFF:
            raise TargetError("too-many-files", name=path.name, limit=limits.members)
        return zipfile.ZipFile(path if isinstance(path, Path) else path.open("rb"))
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, EOFError) as error:
        raise TargetError("truncated-zip" if start[:2] == b"PK" else "not-a-zip", name=path.name) from error
    except OSError as error:
        raise TargetError("cannot-read", name=path.name, reason=error.strerror or "") from error


def _is_folder(member: zipfile.ZipInfo) -> bool:
    return member.orig_filename.endswith(("/", "\\"))


def _raw(member: zipfile.ZipInfo) -> bytes | None:
    """Return the bytes of a name whose encoding the zip does not declare; zipfile reads those as cp437."""
    if member.flag_bits & UTF8_FLAG:
        return None
    try:
        return member.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return None


def _best_name(member: zipfile.ZipInfo) -> str:
    raw = _raw(member)
    try:
        return raw.decode("utf-8") if raw is not None else member.orig_filename
    except UnicodeDecodeError:
        return member.orig_filename


def _readings(member: zipfile.ZipInfo) -> list[str]:
    """Return other readings of a name, in the code pages that the packing computer may have had."""
    raw = _raw(member)
    names = [raw.decode(page, "replace") for page in ("cp437", "cp850", "cp1252")] if raw and not raw.isascii() else []
    return [name for name in map(safe_name, names) if name]
