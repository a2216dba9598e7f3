"""The lock: what the pages were last agreed to state, as a file that people review line by line."""

from engine.contract.lock.file import FILE, LockError, load_lock, parse_lock
from engine.contract.lock.text import lock_text

__all__ = ["FILE", "LockError", "load_lock", "lock_text", "parse_lock"]
