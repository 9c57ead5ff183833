"""Makes the files of this folder:   python3 tests/core/import/networks/make.py   (Debian: python3-numpy, python3-torch)

Each network is saved by NumPy as .npz, and some by hand as .safetensors, whose format is a length, a head and the numbers.
NAME.json holds an input over five steps, the states that PyTorch computed and, where there is a head, its outputs.
"""
import json, os, struct
import numpy as np
import torch

here = os.path.dirname(os.path.abspath(__file__))
STEPS, INPUT, HIDDEN, OUTPUT = 5, 4, 3, 2


class Net(torch.nn.Module):
    def __init__(self, cell, head=True, **options):
        super().__init__()
        self.rnn = cell(INPUT, HIDDEN, batch_first=True, **options)
        lanes = 2 if options.get("bidirectional") else 1
        self.fc = torch.nn.Linear(lanes * HIDDEN, OUTPUT) if head else None

    def forward(self, x):
        states = self.rnn(x)[0]
        return states, self.fc(states) if self.fc else None


def safetensors(path, arrays, names):
    head, data = {"__metadata__": {"format": "pt"}}, b""
    for name, array in arrays.items():
        raw = array if isinstance(array, bytes) else array.tobytes()
        dtype, shape = names[name] if name in names else ({"float64": "F64", "float32": "F32", "float16": "F16"}[str(array.dtype)], array.shape)
        head[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


def bfloat16(tensor):
    return tensor.to(torch.bfloat16).view(torch.int16).numpy().tobytes()


def save(name, net, dtype=torch.float64, write=None):
    """The network is rounded to dtype first; the outputs are those of the rounded numbers in float64."""
    arrays = {k: v.to(dtype) for k, v in net.state_dict().items()}
    net.load_state_dict({k: v.double() for k, v in arrays.items()})
    x = torch.randn(1, STEPS, INPUT, dtype=torch.float64)
    with torch.no_grad():
        states, outputs = net(x)
    golden = {"x": x[0].tolist(), "states": states[0].tolist()}
    if outputs is not None:
        golden["outputs"] = outputs[0].tolist()
    with open(os.path.join(here, name.split(".")[0] + ".json"), "w") as out:
        json.dump(golden, out)
        out.write("\n")
    write(os.path.join(here, name), arrays)


def npz(path, arrays):
    np.savez(path, **{k: v.numpy() for k, v in arrays.items()})


def fixed_compressed(path, arrays):
    np.savez_compressed(path, **{k: np.asfortranarray(v.numpy()) for k, v in arrays.items()})


def plain_safetensors(path, arrays):
    safetensors(path, {k: v.numpy() for k, v in arrays.items()}, {})


def brain(path, arrays):
    safetensors(path, {k: bfloat16(v) for k, v in arrays.items()}, {k: ("BF16", v.shape) for k, v in arrays.items()})


RNN, LSTM, GRU = torch.nn.RNN, torch.nn.LSTM, torch.nn.GRU
torch.manual_seed(7)
make = lambda *a, **k: Net(*a, **k).double()
save("rnn-tanh.npz", make(RNN), write=npz)
save("rnn-relu.npz", make(RNN, nonlinearity="relu"), write=fixed_compressed)
save("rnn-headless.safetensors", make(RNN, head=False), write=plain_safetensors)
save("rnn-no-bias.npz", make(RNN, bias=False), write=npz)
save("rnn-both.npz", make(RNN, bidirectional=True), write=npz)
save("rnn-both-headless.npz", make(RNN, bidirectional=True, head=False), write=npz)
save("lstm.npz", make(LSTM), write=npz)
save("lstm-single.safetensors", make(LSTM), torch.float32, plain_safetensors)
save("lstm-half.npz", make(LSTM), torch.float16, npz)
save("lstm-headless.npz", make(LSTM, head=False), write=npz)
save("lstm-both.npz", make(LSTM, bidirectional=True), write=fixed_compressed)
save("gru.safetensors", make(GRU), write=plain_safetensors)
save("gru-single.npz", make(GRU), torch.float32, fixed_compressed)
save("gru-brain.safetensors", make(GRU), torch.bfloat16, brain)
save("gru-both.npz", make(GRU, bidirectional=True), write=npz)
save("gru-both-headless.npz", make(GRU, bidirectional=True, head=False), write=npz)

# What is no plain network.
deep = make(LSTM, num_layers=2).state_dict()
np.savez(os.path.join(here, "deep.npz"), **{k: v.numpy() for k, v in deep.items()}, embedding=np.zeros((6, 4)))
lstm = {k: v.numpy() for k, v in make(LSTM).state_dict().items()}
np.savez(os.path.join(here, "others.npz"), **lstm, **{
    "embed.weight": np.ones((6, 3)), "steps": np.array(7), "notes": np.array([{"a": 1}], dtype=object),
    "fields": np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]), "norm.weight": np.ones(3)})
torch.save(deep, os.path.join(here, "checkpoint.pt"))
