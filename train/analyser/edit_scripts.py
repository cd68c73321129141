"""Lemmas as edit scripts (Straka 2018, section 3.3), so that a classifier can predict them.

A script is a string, `CASING;PREFIX;SUFFIX` or `=LEMMA`:

- `CASING`: empty (the form's case is kept and the edits see it), or `↓` (all lower case), `↑` (the
  first letter upper case, the rest lower), `⇑` (all upper case); these three edit the lower-cased
  form and set the case afterwards.
- `PREFIX` and `SUFFIX`: edits of the form's beginning and end, each a sequence of `→` (keep a
  character), `-` (drop one), `+x` (insert x). What lies between them is kept: the longest
  substring that form and lemma share.
- `=LEMMA`: the lemma itself, where the two share nothing.

Characters are Unicode code points. `src/ml/edit-scripts.ts` applies the same scripts.
"""

KEEP, LOWER, TITLE, UPPER = "", "↓", "↑", "⇑"
COPY, DELETE, INSERT = "→", "-", "+"


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


_CASINGS = {LOWER: lambda text: text, TITLE: _title, UPPER: str.upper}


def _common(a: str, b: str) -> tuple[int, int, int]:
    """Where the longest common substring starts in each, the leftmost one, and its length."""
    best = (0, 0, 0)
    previous = [0] * (len(b) + 1)
    for i, x in enumerate(a, 1):
        current = [0] * (len(b) + 1)
        for j, y in enumerate(b, 1):
            if x == y:
                length = current[j] = previous[j - 1] + 1
                if length > best[2]:
                    best = (i - length, j - length, length)
        previous = current
    return best


def _edits(source: str, target: str) -> str:
    """The shortest sequence of edits that makes `target` of `source`; dropping before inserting."""
    n, m = len(source), len(target)
    cost = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if i == n or j == m:
                cost[i][j] = (n - i) + (m - j)
            elif source[i] == target[j]:
                cost[i][j] = cost[i + 1][j + 1]
            else:
                cost[i][j] = 1 + min(cost[i + 1][j], cost[i][j + 1])
    operations, i, j = [], 0, 0
    while i < n or j < m:
        if i < n and j < m and source[i] == target[j]:
            operations.append(COPY)
            i, j = i + 1, j + 1
        elif i < n and cost[i][j] == 1 + cost[i + 1][j]:
            operations.append(DELETE)
            i += 1
        else:
            operations.append(INSERT + target[j])
            j += 1
    return "".join(operations)


def make_script(form: str, lemma: str) -> str:
    """The script that makes `lemma` of `form`."""
    lowered = lemma.lower()
    casing = next((c for c, set_case in _CASINGS.items() if set_case(lowered) == lemma), KEEP)
    source, target = (form, lemma) if casing == KEEP else (form.lower(), lowered)
    at, to, length = _common(source, target)
    if length == 0:
        return "=" + lemma
    prefix = _edits(source[:at], target[:to])
    suffix = _edits(source[at + length :], target[to + length :])
    return f"{casing};{prefix};{suffix}"


def _parse(script: str) -> tuple[str, list[str], list[str]]:
    """Casing, edits of the beginning, edits of the end."""
    parts: list[list[str]] = [[], [], []]
    part = at = 0
    while at < len(script):
        if script[at] == ";" and part < 2:
            part += 1
        elif script[at] == INSERT:
            parts[part].append(script[at : at + 2])
            at += 1
        else:
            parts[part].append(script[at])
        at += 1
    return "".join(parts[0]), parts[1], parts[2]


def _edit(text: str, operations: list[str]) -> str:
    out, at = [], 0
    for operation in operations:
        if operation[0] == INSERT:
            out.append(operation[1])
        else:
            if operation == COPY:
                out.append(text[at])
            at += 1
    return "".join(out)


def apply_script(script: str, form: str) -> str | None:
    """The lemma that a script makes of a form, or None where the form is too short for it."""
    if script.startswith("="):
        return script[1:]
    casing, prefix, suffix = _parse(script)
    source = form if casing == KEEP else form.lower()
    head = sum(operation[0] != INSERT for operation in prefix)
    tail = sum(operation[0] != INSERT for operation in suffix)
    end = len(source) - tail
    if head >= end:
        return None
    lemma = _edit(source[:head], prefix) + source[head:end] + _edit(source[end:], suffix)
    return lemma if casing == KEEP else _CASINGS[casing](lemma)
