"""The `charter` command and its exit codes.

0 is a yes (no error found, allowed, published), 1 a no, 2 misuse, 3 a fault in Charter itself.
"""

import gc
import importlib.metadata
import sys
import traceback

import click

from engine.cli.analyse import analyse
from engine.cli.ask import ask
from engine.cli.can import can
from engine.cli.check import check
from engine.cli.codegen import codegen
from engine.cli.diff import diff
from engine.cli.explain import explain
from engine.cli.impact import impact
from engine.cli.lock import lock
from engine.cli.mutate import mutate
from engine.cli.needs import needs
from engine.cli.report import report
from engine.cli.rules import rules
from engine.cli.scan import scan
from engine.cli.schema import schema
from engine.cli.terms import terms
from engine.findings import CharterError

MISUSE = 2
INTERNAL = 3


class Commands(click.Group):
    """The built-in commands, and those that other packages register under `charter.commands`.

    The site builder lies above the engine, so the engine finds its command by entry point, not by import.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        """Names of all commands, sorted."""
        return sorted({*super().list_commands(context), *self._registered()})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command by name; a registered one is imported only when it is asked for."""
        found = super().get_command(context, name)
        if found is None and name in (registered := self._registered()):
            command = registered[name].load()
            return command if isinstance(command, click.Command) else None
        return found

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


charter.add_command(analyse)
charter.add_command(ask)
charter.add_command(can)
charter.add_command(check)
charter.add_command(codegen)
charter.add_command(diff)
charter.add_command(explain)
charter.add_command(impact)
charter.add_command(lock)
charter.add_command(mutate)
charter.add_command(needs)
charter.add_command(report)
charter.add_command(rules)
charter.add_command(scan)
charter.add_command(schema)
charter.add_command(terms)


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
