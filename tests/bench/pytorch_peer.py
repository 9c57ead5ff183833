"""Times PyTorch at what tests/bench/engine_bench.cpp times Unfold's engine at.

Setting, shared with engine_bench.cpp: Elman network, tanh, x and o of size 16, squared error at every step (the sum of
half the squares), gradients of every parameter, float64, one thread. Two ways to write it in PyTorch:
  loop   a Python loop over the steps, backpropagated by autograd
  fused  torch.nn.RNN, one call for the whole sequence
Prints one JSON object: {"hidden/T/batch": {"loop": microseconds, "fused": microseconds}}, medians of the processor time of
the one thread, so that a busy machine does not blur the comparison.
"""
import json
import statistics
import sys
import time

import torch

ENDS = 16  # size of x and of o


def some_matrix(rows, cols):
    return ((2 * torch.rand(rows, cols) - 1) / cols**0.5).requires_grad_()


def median_microseconds(run, least_seconds=0.5, least_runs=5):
    run()
    run()
    times = []
    while len(times) < least_runs or sum(times) < least_seconds:
        start = time.thread_time()
        run()
        times.append(time.thread_time() - start)
    return 1e6 * statistics.median(times)


def loop_pass(hidden, steps, batch):
    U, W, V = some_matrix(hidden, ENDS), some_matrix(hidden, hidden), some_matrix(ENDS, hidden)
    b, c = torch.zeros(hidden, requires_grad=True), torch.zeros(ENDS, requires_grad=True)
    parameters = [U, W, V, b, c]
    x, y = torch.rand(steps, batch, ENDS), torch.rand(steps, batch, ENDS)

    def run():
        h = torch.zeros(batch, hidden)
        loss = torch.zeros(())
        for t in range(steps):
            h = torch.tanh(x[t] @ U.T + h @ W.T + b)
            o = h @ V.T + c
            loss = loss + 0.5 * ((o - y[t]) ** 2).sum()
        torch.autograd.grad(loss, parameters)

    return run


def fused_pass(hidden, steps, batch):
    rnn = torch.nn.RNN(ENDS, hidden)
    out = torch.nn.Linear(hidden, ENDS)
    parameters = list(rnn.parameters()) + list(out.parameters())
    x, y = torch.rand(steps, batch, ENDS), torch.rand(steps, batch, ENDS)

    def run():
        h, _ = rnn(x)
        loss = 0.5 * ((out(h) - y) ** 2).sum()
        torch.autograd.grad(loss, parameters)

    return run


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(1)
    result = {}
    for case in sys.argv[1:]:
        hidden, steps, batch = map(int, case.split("/"))
        result[case] = {
            "loop": median_microseconds(loop_pass(hidden, steps, batch)),
            "fused": median_microseconds(fused_pass(hidden, steps, batch)),
        }
    json.dump(result, sys.stdout)


main()
