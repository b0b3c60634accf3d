# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts each program in turn, several rounds, on one X server with nothing else on it; prints the medians as a table.

    measure.py BREAKWATER MILLION PAGE ROUNDS

One method for all: the picture of the X server is looked at every millisecond. The first paint is there when the middle of
the screen is no longer of one colour: a window that is mapped and blank does not count, nor does its frame. It has settled
with the last change there in the two seconds that follow. Then the proportional set sizes (PSS) of the process and of all
that it started are added up.
"""

import ctypes
import mmap
import os
import pathlib
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 800
LOOK_EVERY = 0.001
SETTLES_WITHIN = 2.0
GIVE_UP_AFTER = 30.0
AIM_TIME, AIM_MEMORY = 4, 5  # how many times quicker and smaller than Chromium


class Screen:
    """The middle of an X server's picture."""

    def __init__(self, folder):
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
            + ["-br", "-nocursor", "-noreset", "-nolisten", "tcp"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.display = ":" + self.server.stdout.readline().decode().strip()
        with open(os.path.join(folder, "Xvfb_screen0"), "rb") as file:
            self.picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.picture[:100])  # XWD
        self.line, self.begin = header[12], header[0] + header[19] * 12

    def rows(self):
        """Every fourth row of the middle half, each as bytes of 4 for a pixel."""
        left, right = WIDTH // 4 * 4, WIDTH // 4 * 3 * 4
        starts = (self.begin + y * self.line for y in range(HEIGHT // 4, HEIGHT // 4 * 3, 4))
        return [self.picture[start + left:start + right] for start in starts]

    @staticmethod
    def is_uniform(rows):
        return all(row == rows[0][:4] * (len(row) // 4) for row in rows)


def descendants(parent):
    children = {}
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            ppid = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended
        children.setdefault(ppid, []).append(int(entry.name))
    found, open_ends = [], [parent]
    while open_ends:
        for child in children.get(open_ends.pop(), []):
            found.append(child)
            open_ends.append(child)
    return found


def pss(pid):
    """In bytes."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it ended
    for line in lines:
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def sharers():
    """Other programs on this machine that hold Qt: what is shared with them counts less here than for whoever is alone."""
    mine, count = {os.getpid(), *descendants(os.getpid())}, 0
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            count += int(entry.name) not in mine and "libQt6Core" in (entry / "maps").read_text()
        except OSError:
            pass
    return count


def end(screen):
    """Ends all that was started, and waits for a screen that is empty again."""
    mine = [pid for pid in descendants(os.getpid()) if pid != screen.server.pid]
    for how, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        for pid in mine:
            try:
                os.kill(pid, how)
            except ProcessLookupError:
                pass
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            except ChildProcessError:
                pass
            mine = [pid for pid in descendants(os.getpid()) if pid != screen.server.pid]
            if not mine and screen.is_uniform(screen.rows()):
                return
            time.sleep(0.01)
    sys.exit("what was started did not end")


def start(screen, command):
    """Seconds to the first paint, seconds until it has settled, bytes."""
    environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    begin = time.monotonic()
    program = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    rows = screen.rows()
    while screen.is_uniform(rows):
        if time.monotonic() - begin > GIVE_UP_AFTER or program.poll() is not None:
            sys.exit(f"nothing was painted by: {' '.join(command)}")
        time.sleep(LOOK_EVERY)
        rows = screen.rows()
    painted = settled = time.monotonic()
    while time.monotonic() - painted < SETTLES_WITHIN:
        now = screen.rows()
        if now != rows:
            rows, settled = now, time.monotonic()
        time.sleep(LOOK_EVERY * 5)
    memory = sum(pss(pid) for pid in descendants(os.getpid()) if pid != screen.server.pid)
    end(screen)
    return painted - begin, settled - begin, memory


def programs(breakwater, million, page, folder):
    """By name. Whoever is asked to begin afresh says how."""
    chromium = ["chromium", "--no-sandbox", "--test-type", "--no-first-run", "--disable-breakpad", f"--window-size={WIDTH},{HEIGHT}", "--window-position=0,0"]
    app = f"--app={pathlib.Path(page).resolve().as_uri()}"
    empty, warmed, fresh = (os.path.join(folder, name) for name in ("empty", "warmed", "fresh"))
    return {
        "Breakwater, empty": ([breakwater, "--data", empty], None),
        "Breakwater, 1,000,000 messages": ([breakwater, "--data", million], None),
        "Chromium, warmed profile": (chromium + [f"--user-data-dir={warmed}", app], None),
        "Chromium, fresh profile": (chromium + [f"--user-data-dir={fresh}", app], fresh),
    }


def main():
    breakwater, million, page, rounds = sys.argv[1:]
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: what a program leaves behind stays ours to count and end
    with tempfile.TemporaryDirectory() as folder:
        if count := sharers():
            print(f"{count} other programs share Qt with Breakwater: its memory comes out too small.", file=sys.stderr)
        screen = Screen(folder)
        try:
            measured = {name: [] for name in programs(breakwater, million, page, folder)}
            for data in (os.path.join(folder, "empty"), million):  # afterwards the welcome is over, as it is for whoever has a history
                start(screen, [breakwater, "--data", data, "--weather", "clear"])
            for round_ in range(int(rounds) + 1):  # the first one warms up
                for name, (command, afresh) in programs(breakwater, million, page, folder).items():
                    if afresh:
                        shutil.rmtree(afresh, ignore_errors=True)
                    result = start(screen, command)
                    print(f"{round_} {name}: {result[0] * 1e3:.0f} ms, {result[2] / 1e6:.0f} MB", file=sys.stderr)
                    if round_ > 0:
                        measured[name].append(result)
        finally:
            end(screen)
            screen.server.terminate()
            screen.server.wait()
    report(measured, rounds)


def report(measured, rounds):
    medians = {name: [statistics.median(each) for each in zip(*results)] for name, results in measured.items()}
    peers = [values for name, values in medians.items() if name.startswith("Chromium")]
    best_time, best_memory = min(each[0] for each in peers), min(each[2] for each in peers)
    print(f"Medians of {rounds} starts each, in turn.\n")
    print("| program | first paint, ms | of Chromium’s better one | settled, ms | memory (PSS), MB | of Chromium’s better one |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, (paint, settled, memory) in medians.items():
        print(f"| {name} | {paint * 1e3:.0f} | {paint / best_time:.2f} | {settled * 1e3:.0f} | {memory / 1e6:.0f} | {memory / best_memory:.2f} |")
    own = [values for name, values in medians.items() if name.startswith("Breakwater")]
    for what, aim, worst in (("time", AIM_TIME, max(each[0] for each in own) / best_time), ("memory", AIM_MEMORY, max(each[2] for each in own) / best_memory)):
        print(f"\nAim, {what}: under {1 / aim:.2f} of Chromium’s; the larger of ours is {worst:.2f}: {'met' if worst < 1 / aim else 'missed'}.", end="")
    print()


main()
