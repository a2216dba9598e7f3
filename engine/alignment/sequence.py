"""Two sequences -> which elements correspond, in order: dynamic programming between anchors, with bounded work."""

import bisect
from collections.abc import Callable, Hashable, Sequence

GAP = -2.2
"""What it costs that an element has nothing that corresponds."""
_FITS = 2.5
"""From which score a pair may be beyond doubt."""
_MUCH = 2.0
"""By how much it must be better than its neighbours."""
_NEIGHBOURS = 3
_DOUBTFUL = 2
"""So many pairs of two stretches may look different at a glance,"""
_TOLERABLE = 0.0
"""if they score this much."""
_BAND = 60
"""Beyond a full table, elements further from the diagonal than this never meet."""
_FULL = 60_000
"""Cells of a table that is filled completely."""

Pairs = list[tuple[int, int]]


def align_sequences(
    sizes: tuple[int, int],
    score: Callable[[int, int], float],
    keys: tuple[Sequence[Hashable], Sequence[Hashable]] | None = None,
    alike: Callable[[int, int], bool] | None = None,
) -> Pairs:
    """The pairs that correspond, rising in both sequences.

    Args:
        sizes: how many elements each has.
        score: log of odds that an element of the first corresponds to one of the second.
        keys: per element something that names it in any language, or None. Names that each sequence holds once
            are taken as corresponding, the most that are in order (patience).
        alike: a quick look at two elements; where stretches between anchors are alike one by one, they correspond.
    """
    pairs: Pairs = []
    begin = (0, 0)
    for anchor in [*(_anchors(*keys) if keys else ()), sizes]:
        pairs += _as_they_stand(begin, anchor, score, alike) or _segment(begin, anchor, score)
        if anchor != sizes:
            pairs.append(anchor)
        begin = (anchor[0] + 1, anchor[1] + 1)
    return pairs


def _as_they_stand(
    begin: tuple[int, int],
    end: tuple[int, int],
    score: Callable[[int, int], float],
    alike: Callable[[int, int], bool] | None,
) -> Pairs | None:
    """The pairs of two stretches that are alike one by one, but for few that may well correspond."""
    size = end[0] - begin[0]
    if alike is None or end[1] - begin[1] != size:
        return None
    pairs = [(begin[0] + i, begin[1] + i) for i in range(size)]
    doubtful: Pairs = []
    for pair in pairs:
        if not alike(*pair):
            doubtful.append(pair)
            if len(doubtful) > _DOUBTFUL:
                return None
    return pairs if all(score(*pair) > _TOLERABLE for pair in doubtful) else None


def _anchors(one: Sequence[Hashable], other: Sequence[Hashable]) -> Pairs:
    places, theirs = _once(one), _once(other)
    common = sorted((places[key], theirs[key]) for key in places.keys() & theirs.keys())
    return _rising(common)


def _once(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    several: set[Hashable] = set()
    for index, key in enumerate(keys):
        if key is not None and found.setdefault(key, index) != index:
            several.add(key)
    return {key: index for key, index in found.items() if key not in several}


def _rising(pairs: Pairs) -> Pairs:
    """The longest run of pairs that rises in both."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect.bisect_left(tails, second)
        if place == len(tails):
            tails.append(second)
            ends.append(index)
        else:
            tails[place], ends[place] = second, index
        before.append(ends[place - 1] if place else -1)
    chain: Pairs = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _segment(begin: tuple[int, int], end: tuple[int, int], score: Callable[[int, int], float]) -> Pairs:
    """The pairs between two anchors: at the ends those beyond doubt, between them the best."""
    front = _beyond_doubt(begin, end, score, 1)
    begin = (begin[0] + len(front), begin[1] + len(front))
    back = _beyond_doubt((end[0] - 1, end[1] - 1), (begin[0] - 1, begin[1] - 1), score, -1)
    return [*front, *_best(begin, (end[0] - len(back), end[1] - len(back)), score), *reversed(back)]


def _beyond_doubt(begin: tuple[int, int], end: tuple[int, int], score: Callable[[int, int], float], step: int) -> Pairs:
    """The run of pairs from `begin` towards `end` that fit, and fit much better than either with its neighbour."""
    pairs: Pairs = []
    i, j = begin
    while i != end[0] and j != end[1]:
        here = score(i, j)
        if here < _FITS:
            break
        reach = range(1, _NEIGHBOURS + 1)
        if any(score(i, j + n * step) > here - _MUCH for n in reach if (end[1] - j) * step > n):
            break
        if any(score(i + n * step, j) > here - _MUCH for n in reach if (end[0] - i) * step > n):
            break
        pairs.append((i, j))
        i, j = i + step, j + step
    return pairs


def _best(begin: tuple[int, int], end: tuple[int, int], score: Callable[[int, int], float]) -> Pairs:
    """The pairs between two places whose scores sum up to most."""
    (top, left), rows, columns = begin, end[0] - begin[0], end[1] - begin[1]
    if not rows or not columns:
        return []
    slope = columns / rows
    band = max(rows, columns) if rows * columns <= _FULL else max(_BAND, int(slope) + 2)
    # Per row: the first column of the band, the best sums, and the way there (0 pair, 1 from above, 2 from the left).
    bounds = [(max(0, int(i * slope) - band), min(columns, int(i * slope) + band)) for i in range(rows + 1)]
    ways: list[bytearray] = []
    previous = [GAP * j for j in range(bounds[0][1] + 1)]
    ways.append(bytearray([2]) * (bounds[0][1] + 1))
    low_before = 0
    for i in range(1, rows + 1):
        low, high = bounds[i]
        current: list[float] = []
        way = bytearray()
        for j in range(low, high + 1):
            k = j - low_before
            best, step = (previous[k] + GAP, 1) if 0 <= k < len(previous) else (float("-inf"), 1)
            if current and current[-1] + GAP > best:
                best, step = current[-1] + GAP, 2
            if j and 0 < k <= len(previous):
                paired = previous[k - 1] + score(top + i - 1, left + j - 1)
                if paired >= best:
                    best, step = paired, 0
            current.append(best)
            way.append(step)
        ways.append(way)
        previous, low_before = current, low
    pairs: Pairs = []
    i, j = rows, columns
    while i and j:
        step = ways[i][j - bounds[i][0]]
        if step == 0:
            pairs.append((top + i - 1, left + j - 1))
            i, j = i - 1, j - 1
        elif step == 1:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
