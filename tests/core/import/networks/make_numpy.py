"""Makes the files of this folder that need no PyTorch:   python3 tests/core/import/networks/make_numpy.py

NAME.json holds an input over five steps and the outputs by the equations of PyTorch, of Keras or of the teaching code that
the names are taken from, written out below.
"""
import json, os
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
STEPS, INPUT, HIDDEN, OUTPUT = 5, 4, 3, 2
draw = np.random.default_rng(7).normal


def linear(name, rows, cols):
    return {name + ".weight": draw(size=(rows, cols)), name + ".bias": draw(size=rows)}


def recurrent(blocks, inputs, prefix="rnn.", end="_l0"):
    rows = blocks * HIDDEN
    return {prefix + "weight_ih" + end: draw(size=(rows, inputs)), prefix + "weight_hh" + end: draw(size=(rows, HIDDEN)),
            prefix + "bias_ih" + end: draw(size=rows), prefix + "bias_hh" + end: draw(size=rows)}


# Several layers that fit as the output.
np.savez(os.path.join(here, "two-heads.npz"), **recurrent(4, INPUT), **linear("attn", 1, HIDDEN), **linear("fc", OUTPUT, HIDDEN))


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def run(arrays, x, prefix="rnn.", end="_l0"):
    """The states of one direction of nn.RNN (tanh), nn.GRU or nn.LSTM, as PyTorch documents them."""
    wi, wh, bi, bh = (arrays[prefix + kind + end] for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    h = c = np.zeros(HIDDEN)
    states = []
    for row in x:
        a, b = wi @ row + bi, wh @ h + bh
        if len(a) == HIDDEN:
            h = np.tanh(a + b)
        elif len(a) == 3 * HIDDEN:
            r, z = sigmoid(a[:HIDDEN] + b[:HIDDEN]), sigmoid(a[HIDDEN:2 * HIDDEN] + b[HIDDEN:2 * HIDDEN])
            h = (1 - z) * np.tanh(a[2 * HIDDEN:] + r * b[2 * HIDDEN:]) + z * h
        else:
            i, f, g, o = np.split(a + b, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        states.append(h)
    return np.array(states)


def both(arrays, x, prefix, layer):
    back = run(arrays, x[::-1], prefix, layer + "_reverse")[::-1]
    return np.concatenate([run(arrays, x, prefix, layer), back], axis=1)


def apply(arrays, name, x):
    return x @ arrays[name + ".weight"].T + arrays[name + ".bias"]


def save(name, arrays, x, outputs):
    np.savez(os.path.join(here, name + ".npz"), **arrays)
    with open(os.path.join(here, name + ".json"), "w") as out:
        json.dump({"x": x.tolist(), "outputs": outputs.tolist()}, out)
        out.write("\n")


x = draw(size=(STEPS, INPUT))

# Layers on top of each other, and what is in front and behind.
net = {**recurrent(4, INPUT), **recurrent(4, HIDDEN, end="_l1"), **linear("fc", OUTPUT, HIDDEN)}
save("stack-lstm", net, x, apply(net, "fc", run(net, run(net, x), end="_l1")))
net = {**recurrent(3, INPUT), **recurrent(3, INPUT, end="_l0_reverse"), **recurrent(3, 2 * HIDDEN, end="_l1"),
       **recurrent(3, 2 * HIDDEN, end="_l1_reverse"), **linear("fc", OUTPUT, 2 * HIDDEN)}
save("stack-gru-both", net, x, apply(net, "fc", both(net, both(net, x, "rnn.", "_l0"), "rnn.", "_l1")))
net = {**recurrent(4, INPUT, "lstm1.", ""), **recurrent(4, HIDDEN, "lstm2.", ""), **linear("linear", OUTPUT, HIDDEN)}
save("stack-cells", net, x, apply(net, "linear", run(net, run(net, x, "lstm1.", ""), "lstm2.", "")))
symbols = np.eye(6)[[0, 3, 5, 2, 3]]
net = {"embedding.weight": draw(size=(6, INPUT)), **recurrent(3, INPUT), **linear("fc", OUTPUT, HIDDEN)}
save("embedded-gru", net, symbols, apply(net, "fc", run(net, symbols @ net["embedding.weight"])))
wide = draw(size=(STEPS, 7))
net = {**linear("input_proj", INPUT, 7), **recurrent(1, INPUT), **linear("fc", OUTPUT, HIDDEN)}
save("projected-rnn", net, wide, apply(net, "fc", run(net, apply(net, "input_proj", wide))))
net = {**recurrent(1, INPUT), **linear("fc1", 5, HIDDEN), **linear("fc2", OUTPUT, 5)}
save("two-layer-head", net, x, apply(net, "fc2", np.maximum(0, apply(net, "fc1", run(net, x)))))

# Names of teaching code.
column = lambda size: draw(size=(size, 1))
net = {"Wxh": draw(size=(HIDDEN, INPUT)), "Whh": draw(size=(HIDDEN, HIDDEN)), "Why": draw(size=(OUTPUT, HIDDEN)),
       "bh": column(HIDDEN), "by": column(OUTPUT)}


def plain(u, w, v, b, c):
    h, outputs = np.zeros(HIDDEN), []
    for row in x:
        h = np.tanh(u @ row + w @ h + b)
        outputs.append(v @ h + c)
    return np.array(outputs)


expected = plain(net["Wxh"], net["Whh"], net["Why"], net["bh"][:, 0], net["by"][:, 0])
save("named-columns", net, x, expected)
save("named-rows", {"W_xh": net["Wxh"].T, "W_hh": net["Whh"].T, "W_hy": net["Why"].T, "b_h": net["bh"].T, "b_y": net["by"].T}, x, expected)

net = {"W" + gate: draw(size=(HIDDEN, HIDDEN + INPUT)) for gate in "fico"}
net.update({"b" + gate: column(HIDDEN) for gate in "fico"}, Wy=draw(size=(OUTPUT, HIDDEN)), by=column(OUTPUT))
h, c, outputs = np.zeros(HIDDEN), np.zeros(HIDDEN), []
for row in x:
    a = {gate: net["W" + gate] @ np.concatenate([h, row]) + net["b" + gate][:, 0] for gate in "fico"}
    c = sigmoid(a["f"]) * c + sigmoid(a["i"]) * np.tanh(a["c"])
    h = sigmoid(a["o"]) * np.tanh(c)
    outputs.append(net["Wy"] @ h + net["by"][:, 0])
save("named-lstm", net, x, np.array(outputs))

net = {name + gate: draw(size=shape) for gate in "zrh" for name, shape in (("W", (HIDDEN, INPUT)), ("U", (HIDDEN, HIDDEN)), ("b", HIDDEN))}
net.update(Why=draw(size=(OUTPUT, HIDDEN)), by=draw(size=OUTPUT))
h, outputs = np.zeros(HIDDEN), []
for row in x:
    z, r = (sigmoid(net["W" + g] @ row + net["U" + g] @ h + net["b" + g]) for g in "zr")
    h = (1 - z) * h + z * np.tanh(net["Wh"] @ row + net["Uh"] @ (r * h) + net["bh"])
    outputs.append(net["Why"] @ h + net["by"])
save("named-gru", net, x, np.array(outputs))

net = {**linear("i2h", HIDDEN, INPUT), **linear("h2h", HIDDEN, HIDDEN), **linear("h2o", OUTPUT, HIDDEN)}
save("named-linear", net, x, plain(net["i2h.weight"], net["h2h.weight"], net["h2o.weight"], net["i2h.bias"] + net["h2h.bias"], net["h2o.bias"]))
net = {**linear("i2h", HIDDEN, INPUT + HIDDEN), **linear("i2o", OUTPUT, INPUT + HIDDEN)}
h, outputs = np.zeros(HIDDEN), []
for row in x:
    whole = np.concatenate([row, h])
    outputs.append(net["i2o.weight"] @ whole + net["i2o.bias"])
    h = net["i2h.weight"] @ whole + net["i2h.bias"]
save("named-together", net, x, np.array(outputs))

# Keras: kernel, recurrent_kernel, bias; gates i, f, c, o and z, r, h.
net = {"lstm/lstm_cell/kernel:0": draw(size=(INPUT, 4 * HIDDEN)), "lstm/lstm_cell/recurrent_kernel:0": draw(size=(HIDDEN, 4 * HIDDEN)),
       "lstm/lstm_cell/bias:0": draw(size=4 * HIDDEN), "dense/kernel:0": draw(size=(HIDDEN, OUTPUT)), "dense/bias:0": draw(size=OUTPUT)}
k, r, b, d, e = net.values()
h, c, outputs = np.zeros(HIDDEN), np.zeros(HIDDEN), []
for row in x:
    i, f, g, o = np.split(row @ k + h @ r + b, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    h = sigmoid(o) * np.tanh(c)
    outputs.append(h @ d + e)
save("keras-lstm", net, x, np.array(outputs))
for name, two in (("keras-gru", True), ("keras-gru-before", False)):
    net = {"gru/gru_cell/kernel": draw(size=(INPUT, 3 * HIDDEN)), "gru/gru_cell/recurrent_kernel": draw(size=(HIDDEN, 3 * HIDDEN)),
           "gru/gru_cell/bias": draw(size=(2, 3 * HIDDEN) if two else 3 * HIDDEN), "dense/kernel": draw(size=(HIDDEN, OUTPUT)), "dense/bias": draw(size=OUTPUT)}
    k, r, b, d, e = net.values()
    bx, bh = b if two else (b, np.zeros(3 * HIDDEN))
    kz, kr, kh = np.split(k, 3, axis=1)
    rz, rr, rh = np.split(r, 3, axis=1)
    (xz, xr, xh), (hz, hr, hh) = np.split(bx, 3), np.split(bh, 3)
    h, outputs = np.zeros(HIDDEN), []
    for row in x:
        z, reset = sigmoid(row @ kz + xz + h @ rz + hz), sigmoid(row @ kr + xr + h @ rr + hr)
        inner = reset * (h @ rh + hh) if two else (reset * h) @ rh
        h = z * h + (1 - z) * np.tanh(row @ kh + xh + inner)
        outputs.append(h @ d + e)
    save(name, net, x, np.array(outputs))

# Weight norm and spectral norm, by which PyTorch keeps a weight in parts.
net = {**recurrent(1, INPUT), **linear("fc", OUTPUT, HIDDEN)}
expected = apply(net, "fc", run(net, x))
parts = dict(net)
w = parts.pop("rnn.weight_hh_l0")
parts["rnn.parametrizations.weight_hh_l0.original0"] = np.linalg.norm(w, axis=1, keepdims=True)
parts["rnn.parametrizations.weight_hh_l0.original1"] = 3 * w
w = parts.pop("rnn.weight_ih_l0")
parts["rnn.weight_ih_l0_g"], parts["rnn.weight_ih_l0_v"] = np.linalg.norm(w, axis=1, keepdims=True), w / 2
u, s, v = np.linalg.svd(parts.pop("fc.weight"))
net["fc.weight"] = (u[:, :2] * s) @ v[:2] / s[0]
parts["fc.weight_orig"], parts["fc.weight_u"], parts["fc.weight_v"] = (u[:, :2] * s) @ v[:2], u[:, 0], v[0]
save("norms", parts, x, apply(net, "fc", run(net, x)))
