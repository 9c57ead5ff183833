"""The engine's processor times beside PyTorch's, measured now, and what the project promises.   compare.py ENGINE.json

ENGINE.json is what unfold_bench writes with --benchmark_out. Says so where PyTorch is not installed.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys

# hidden / T / batch, the peer, how many times faster the engine is to be
PROMISES = [("32/100/1", "loop", 40), ("128/500/1", "loop", 15), ("256/200/32", "fused", 1.2)]


def engine_microseconds(path):
    """Processor time per pass by case: the median where the benchmark was repeated."""
    times = {}
    for entry in json.loads(pathlib.Path(path).read_text())["benchmarks"]:
        parts = entry["name"].split("/")
        if parts[0] == "elman" and entry.get("aggregate_name", "median") == "median":
            case = "/".join(part.split(":")[1].split("_")[0] for part in parts[1:4])
            times[case] = entry["cpu_time"]
    return times


def main():
    if importlib.util.find_spec("torch") is None:
        print("PyTorch is not installed (Debian: python3-torch): no comparison.")
        return
    engine = engine_microseconds(sys.argv[1])
    cases = [case for case, _, _ in PROMISES if case in engine]
    peer = pathlib.Path(__file__).with_name("pytorch_peer.py")
    torch = json.loads(subprocess.run([sys.executable, peer, *cases], check=True, capture_output=True).stdout)
    print(f"\n{'hidden/T/batch':>15} {'engine µs':>11} {'autograd loop µs':>17} {'nn.RNN µs':>11} {'loop ÷':>8} {'RNN ÷':>7}")
    for case, kind, promised in PROMISES:
        if case not in engine:
            continue
        loop, fused = (torch[case][key] / engine[case] for key in ("loop", "fused"))
        reached = {"loop": loop, "fused": fused}[kind] >= promised
        print(f"{case:>15} {engine[case]:>11.0f} {torch[case]['loop']:>17.0f} {torch[case]['fused']:>11.0f} "
              f"{loop:>8.1f} {fused:>7.2f}   {kind} at least {promised}: {'reached' if reached else 'NOT REACHED'}")


main()
