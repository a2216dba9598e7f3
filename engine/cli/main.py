"""The `charter` command and its exit codes.

0 is a yes (no error found, allowed, published), 1 a no, 2 misuse, 3 a fault in Charter itself.
"""

import contextlib
import gc
import importlib
import importlib.metadata
import os
import sys
import traceback

import click

from engine.findings import CharterError

MISUSE = 2
INTERNAL = 3


BUILT_IN = (
    "analyse",
    "ask",
    "can",
    "check",
    "codegen",
    "diff",
    "explain",
    "impact",
    "lock",
    "mutate",
    "needs",
    "report",
    "rules",
    "scan",
    "schema",
    "terms",
)
"""The commands of this folder: each is the function of that name in the module of that name."""


class Commands(click.Group):
    """The built-in commands, and those that other packages register under `charter.commands`.

    A command is imported only when it is asked for: each needs another part of the program. The site builder lies
    above the engine, so the engine finds its commands by entry point, not by import.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        """Names of all commands, sorted."""
        return sorted({*super().list_commands(context), *BUILT_IN, *self._registered()})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command by name."""
        command: object = super().get_command(context, name)
        if name in BUILT_IN:
            command = getattr(importlib.import_module(f"engine.cli.{name}"), name)
        elif command is None and name in (registered := self._registered()):
            command = registered[name].load()
        return command if isinstance(command, click.Command) else None

    @staticmethod
    def _registered() -> dict[str, importlib.metadata.EntryPoint]:
        return {point.name: point for point in importlib.metadata.entry_points(group="charter.commands")}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="charter", prog_name="charter")
def charter() -> None:
    """Help pages in many languages that cannot disagree with each other or with the code.

    \b
    Examples:
      charter check docs                              compare what the pages say
      charter explain rule-differs                    what a finding means
      charter rules docs                              the rules they state
      charter ask log-in --channel web --language sv  who may what, and why not
      charter can --hold core                         all that somebody may do
      charter build docs --out _site                  the help site
    """


def run() -> None:
    """Run the command line in a process of its own, which ends at once: to take all records apart takes long."""
    status: object = 0
    try:
        main()
    except SystemExit as left:
        status = left.code
    for stream in (sys.stdout, sys.stderr):
        # A reader of a pipe may have gone away.
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))


def main() -> None:
    """Run the command line and exit."""
    # A command leaves few cycles and ends soon; looking for them among the records of thousands of pages takes long.
    gc.disable()
    try:
        status = charter.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(MISUSE)
    except click.Abort:
        click.echo("interrupted", err=True)
        sys.exit(MISUSE)
    except CharterError as error:
        click.echo(f"charter: {error}", err=True)
        sys.exit(MISUSE)
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does: nothing is wrong.
        sys.stderr.close()
        sys.exit(0)
    except Exception:
        traceback.print_exc()
        click.echo("charter: this is a fault in Charter; please report it with the lines above", err=True)
        sys.exit(INTERNAL)
    sys.exit(status if isinstance(status, int) else 0)
