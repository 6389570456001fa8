#!/usr/bin/env python3
"""Recounts the sample data, independently of the Rust code: every named number of every period.

    python3 tools/recount.py                   JSON on stdout: {period: {name: number}}
    python3 tools/recount.py --numbers FILE    the same as lines, without zeros
    python3 tools/recount.py --records FILE    the records as lines

    python3 tools/recount.py --tests           writes what the tests compare with:
        tests/it/recount.tsv        the district as a whole, for the periods of 2024
        tests/it/recount-parts.tsv  the columns of the reports' tables: units, clusters, years

A share is written as "part/whole" and left out when the whole is zero. Each number is a filter over
one flat list of records, written down again for each number; nothing is summed up from parts.
"""
import argparse, calendar, datetime, json, pathlib, re, sys
import yaml

HERE = pathlib.Path(__file__).parent
DATE = datetime.date
MONTHS = {"q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12),
          "nine-months": (1, 9), "year": (1, 12), "ten-year": (1, 12)}
# Each period with the day of its report; the year once more before it is over, and a quarter without any record.
PERIODS = [(2024, "q1", DATE(2024, 4, 5)), (2024, "q2", DATE(2024, 7, 4)), (2024, "q3", DATE(2024, 10, 4)), (2024, "q4", DATE(2025, 1, 6)),
           (2024, "h1", DATE(2024, 6, 20)), (2024, "h2", DATE(2025, 1, 6)), (2024, "nine-months", DATE(2024, 10, 4)),
           (2024, "year", DATE(2025, 2, 28)), (2024, "ten-year", DATE(2024, 9, 20)), (2025, "q1", DATE(2025, 4, 4))]
WAYS, LEVELS = ["regular", "thematic", "sudden"], ["agency", "commune", "district", "province", "government", "state"]
WHO = ["collectives", "individuals", "direct_workers", "households"]

COLUMNS = r"(movements\.count|unit-tasks\.(?!done-share)[a-z-]+|awards\.(granted|proposed)\.(collectives|individuals|direct-workers|households))\t"
OF_YEARS = r"(rows\.granted|movements|inspections|training|fund|awards\.granted\.([a-z-]+\.)?(collectives|individuals|households|direct-workers)\t)"
# What the tests compare with.
TESTED = {
    "recount.tsv": r"2024 (q[1-4]|h[12]|nine-months|year)\t(?!units\.|clusters\.|rows\.)",
    "recount-parts.tsv": rf"2024 (q1|h1|year)\t(units|clusters)\.[^.]+\.{COLUMNS}|2024 (q1|h1|year)\trows\.|2023 (h1|year)\t(movements\.count|awards\.granted\.(collectives|individuals))\t|2024 series\t(years\.[0-9]+\.)?{OF_YEARS}",
}


def load(path):
    return yaml.safe_load(pathlib.Path(path).read_text(encoding="utf-8"))


class Data:
    def __init__(self, main, own):
        agencies = load(main / "agencies.yaml")
        self.clusters = [c["id"] for c in agencies["clusters"]]
        self.agencies = agencies["agencies"]
        self.cluster = {a["id"]: a["cluster"] for a in self.agencies if "cluster" in a}
        self.awards = load(own / "awards.yaml")["awards"]
        plan = load(main / "2024/plan.yaml")
        self.duties = [(plan["issuer"], 2024, t["id"], t["quarter"], "plan") for t in plan["tasks"]]
        for path in sorted((main / "2024/units").glob("*.yaml")):
            unit = load(path)
            self.duties += [(unit["issuer"], 2024, t["id"], t["quarter"], "follows " + t["follows"] if "follows" in t else "own") for t in unit["tasks"]]
        self.results = [load(p) for p in sorted((own / "2024/results").glob("*.yaml"))]
        self.history = [load(p) for p in sorted((own / "history").glob("*.yaml"))]

    def records(self, kind):
        return [(r["unit"], record) for r in self.results for record in r.get(kind, [])]


def inside(date, year, key, as_of):
    first, last = MONTHS[key]
    back = 9 if key == "ten-year" else 0
    return year - back <= date.year <= year and first <= date.month <= last and date <= as_of


def standing(state, done, year, quarter, as_of):
    last = MONTHS[f"q{quarter}"][1]
    due = DATE(year, last, calendar.monthrange(year, last)[1])
    if state == "done" and done <= as_of:
        return "done-in-time" if done <= due else "done-late"
    if as_of > due:
        return "late"
    return "not-started" if state == "not-started" else "doing"


def count(data, year, key, as_of, units):
    """All numbers of the units for which `units` is true."""
    found = {}
    awards = [a for u, a in data.records("awards") if units(u) and inside(a["date"], year, key, as_of)]
    honours(found, data, awards)
    of = lambda kind, date="date": [r for u, r in data.records(kind) if units(u) and inside(r[date], year, key, as_of)]
    plain(found, of("movements", "from"), of("inspections"), of("training"), of("fund"))
    state = {(r["unit"], r["year"], t["task"]): t for r in data.results for t in r.get("tasks", [])}
    for prefix, is_plan in [("tasks", True), ("unit-tasks", False)]:
        standings = []
        for unit, due_year, task, quarter, origin in data.duties:
            first, last = MONTHS[f"q{quarter}"]
            within = inside(DATE(due_year, first, 1), year, key, DATE.max) and inside(DATE(due_year, last, 28), year, key, DATE.max)
            if units(unit) and within and (origin == "plan") == is_plan:
                entry = state.get((unit, due_year, task), {"state": "not-started"})
                standings.append(standing(entry["state"], entry.get("done"), due_year, quarter, as_of))
        for name in ["done-in-time", "done-late", "doing", "not-started", "late"]:
            found[f"{prefix}.{name}"] = standings.count(name)
        found[f"{prefix}.due"] = len(standings)
        done = found[f"{prefix}.done"] = sum(s.startswith("done") for s in standings)
        found[f"{prefix}.done-share"] = f"{done}/{len(standings)}" if standings else None
    return found


def honours(found, data, awards):
    for stage in ["proposed", "granted"]:
        wanted = [("", {})] + [(f".{w}", {"way": w}) for w in WAYS] + [(f".{l}", {"level": l}) for l in LEVELS]
        for award in data.awards:
            wanted.append((f".{award['id']}", {"award": award["id"]}))
            wanted += [(f".{award['id']}.{w}", {"award": award["id"], "way": w}) for w in WAYS]
        for name, conditions in wanted:
            chosen = [a for a in awards if a["stage"] == stage and all(a[k] == v for k, v in conditions.items())]
            for who in WHO:
                found[f"awards.{stage}{name}.{who.replace('_', '-')}"] = sum(a.get(who, 0) for a in chosen)
            direct, all_of_them = (sum(a.get(w, 0) for a in chosen) for w in ("direct_workers", "individuals"))
            found[f"awards.{stage}{name}.direct-share"] = f"{direct}/{all_of_them}" if all_of_them else None
        # The rows of tables: an award by one level for one kind of merit.
        for a in {(a["award"], a["level"], a["way"]) for a in awards}:
            chosen = [r for r in awards if r["stage"] == stage and (r["award"], r["level"], r["way"]) == a]
            for who in WHO:
                found[f"rows.{stage}.{'.'.join(a)}.{who.replace('_', '-')}"] = sum(r.get(who, 0) for r in chosen)


def plain(found, movements, inspections, training, fund):
    found["movements.count"] = sum(m.get("count", 1) for m in movements)
    for who in ["collectives", "individuals"]:
        found[f"movements.{who}"] = sum(m[who] for m in movements)
    found["inspections.count"] = sum(i.get("count", 1) for i in inspections)
    found["inspections.inspected"] = sum(i["inspected"] for i in inspections)
    found["training.classes"] = sum(t["classes"] for t in training)
    found["training.participants"] = sum(t["participants"] for t in training)
    found["fund.received"] = sum(f.get("received", 0) for f in fund)
    found["fund.spent"] = sum(f.get("spent", 0) for f in fund)


def history(data, year, key="year"):
    total = next((t for h in data.history if h["year"] == year for t in h["totals"] if t["period"] == key), None)
    if total is None:
        return None
    found = {}
    honours(found, data, total["awards"])
    plain(found, *([total[kind]] for kind in ("movements", "inspections", "training", "fund")))
    for prefix in ["tasks", "unit-tasks"]:
        for name in ["done-in-time", "done-late", "doing", "not-started", "late", "due", "done"]:
            found[f"{prefix}.{name}"] = None  # unknown
        found[f"{prefix}.done-share"] = None
    return found


def begun(results, as_of):
    """Whether a unit had recorded anything by a day; that a task is not done has no day."""
    days = [r["date"] for kind in ("awards", "inspections", "training", "fund") for r in results.get(kind, [])]
    days += [m["from"] for m in results.get("movements", [])]
    days += [t["done"] for t in results.get("tasks", []) if "done" in t]
    return min(days) <= as_of if days else bool(results.get("tasks"))


def exists(agency, year, key):
    """Whether the agency exists on some day of the period."""
    first, last = MONTHS[key]
    begin, end = DATE(year - (9 if key == "ten-year" else 0), first, 1), DATE(year, last, calendar.monthrange(year, last)[1])
    return agency.get("from", DATE.min) <= end and agency.get("until", DATE.max) >= begin


def everything(data):
    found = {}
    for year, key, as_of in PERIODS:
        # A tally of a year reads the results of that year only.
        of_year = Data.__new__(Data)
        of_year.__dict__ |= data.__dict__ | {"results": [r for r in data.results if key == "ten-year" or r["year"] == year]}
        numbers = count(of_year, year, key, as_of, lambda u: True)
        units = [a["id"] for a in data.agencies if "cluster" in a and exists(a, year, key)]
        recorded = {r["unit"] for r in of_year.results if begun(r, as_of)}
        units += [u for u in recorded if u in data.cluster and u not in units]
        numbers["reporting.units"] = len(units)
        numbers["reporting.recorded"] = sum(u in recorded for u in units)
        numbers["reporting.silent"] = sum(u not in recorded for u in units)
        others = {r["unit"] for r in of_year.results} - set(units)
        for unit in units + sorted(others):
            numbers |= {f"units.{unit}.{n}": v for n, v in count(of_year, year, key, as_of, lambda u: u == unit).items()}
        for cluster in data.clusters:
            of = count(of_year, year, key, as_of, lambda u: data.cluster.get(u) == cluster)
            numbers |= {f"clusters.{cluster}.{n}": v for n, v in of.items()}
        found[f"{year} {key}"] = numbers
    for key in ["q1", "q2", "q3", "q4", "h1", "h2", "nine-months", "year"]:
        found[f"2023 {key}"] = history(data, 2023, key)
    years = {year: history(data, year) for year in range(2015, 2024)}
    years[2024] = count(data, 2024, "year", dict((k, d) for y, k, d in PERIODS if y == 2024)["ten-year"], lambda u: True)
    series = {}
    for name, last in years[2024].items():
        if name.startswith(("rows.", "tasks.", "unit-tasks.")):
            continue
        column = [numbers[name] for numbers in years.values()]
        if "share" in name:
            pairs = [list(map(int, share.split("/"))) for share in column if share]
            series[name] = "/".join(str(sum(n)) for n in zip(*pairs)) if pairs else None
        else:
            series[name] = sum(column)
    for name in {name for numbers in years.values() for name in numbers if name.startswith("rows.")}:
        series[name] = sum(numbers.get(name, 0) for numbers in years.values())
    for year, numbers in years.items():
        series |= {f"years.{year}.{name}": number for name, number in numbers.items()}
    found["2024 series"] = series
    return found


def lines(data):
    show = lambda *cells: "\t".join("-" if c is None else str(c) for c in cells)
    who = lambda a: [a.get(w, 0) for w in WHO]
    yield from (show("cluster", c) for c in data.clusters)
    yield from (show("agency", a["id"], a.get("cluster"), a.get("from"), a.get("until")) for a in data.agencies)
    for a in data.awards:
        yield show("award", a["id"], a["kind"], a["for"])
        yield from (show("grant", a["id"], g["level"], g.get("from"), g.get("until")) for g in a["grants"])
    yield from (show("duty", *duty) for duty in data.duties)
    for r in data.results:
        head = (r["unit"], r["year"])
        yield show("results", *head)
        yield from (show("progress", *head, t["task"], t["state"], t.get("done")) for t in r.get("tasks", []))
        yield from (show("movement", *head, m["from"], m.get("until"), m["collectives"], m["individuals"], m["name"]) for m in r.get("movements", []))
        yield from (show("honour", *head, a["date"], a["award"], a["level"], a["way"], a["stage"], *who(a)) for a in r.get("awards", []))
        yield from (show("inspection", *head, i["date"], i["inspected"], i.get("text")) for i in r.get("inspections", []))
        yield from (show("training", *head, t["date"], t["classes"], t["participants"], t.get("text")) for t in r.get("training", []))
        yield from (show("fund", *head, f["date"], flow, f[flow], f.get("text")) for f in r.get("fund", []) for flow in ("received", "spent") if flow in f)
    for h in data.history:
        for t in h["totals"]:
            yield show("totals", h["year"], t["period"], *(n for kind in ("movements", "inspections", "training", "fund") for n in t[kind].values()))
            yield from (show("total", h["year"], t["period"], a["award"], a["level"], a["way"], a["stage"], *who(a)) for a in t["awards"])
    yield from (show("period", year, key, as_of) for year, key, as_of in PERIODS)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--main", default=HERE.parent / "data", type=pathlib.Path)
    args.add_argument("--own", default=HERE.parent / "data", type=pathlib.Path)
    args.add_argument("--numbers", type=pathlib.Path)
    args.add_argument("--records", type=pathlib.Path)
    args.add_argument("--tests", action="store_true")
    args = args.parse_args()
    data = Data(args.main, args.own)
    if args.records:
        args.records.write_text("\n".join(lines(data)) + "\n", encoding="utf-8")
    numbers = everything(data)
    kept = [f"{period}\t{name}\t{n}\n" for period, all in numbers.items() for name, n in all.items() if n not in (0, None)]
    if args.numbers:
        args.numbers.write_text("".join(kept), encoding="utf-8")
    if args.tests:
        for name, wanted in TESTED.items():
            text = "".join(line for line in sorted(kept) if re.match(wanted, line))
            (HERE.parent / "tests/it" / name).write_text(text, encoding="utf-8")
    if not (args.numbers or args.records or args.tests):
        json.dump(numbers, sys.stdout, ensure_ascii=False, indent=1)


main()
