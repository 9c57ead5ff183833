#pragma once
// The value that says everything a run needs; the saved form is the experiment file.
#include "core/circuit/catalogue.h"
#include "core/circuit/circuit.h"
#include "core/data/source.h"
#include "core/engine/loss.h"
#include "core/experiment/training.h"
#include "core/learning/initialisation.h"

#include <map>
#include <variant>

namespace unfold {

/// A circuit of the catalogue with its sizes, and spans that override those of the page.
struct NamedCircuit {
    std::string name = "elman";
    Sizes sizes;
    Activation activation = Activation::Tanh;
    std::map<std::string, Span> spans;
    int encoderSteps = 1;
    int layers = 2; ///< of states, where the page has layers
    bool operator==(const NamedCircuit &) const = default;
};

struct Experiment {
    std::string title;
    std::variant<NamedCircuit, Circuit> circuit;
    std::optional<int> steps; ///< as written; see stepsOf
    std::map<std::string, Matrix> sequence; ///< input node → size × steps of its span; missing: zeros
    std::map<std::string, Vector> initial; ///< node → its value before step 1 and after step T; missing: zeros
    std::map<std::string, Matrix> parameters; ///< as written, before gain; missing: by initialisation
    Initialisation initialisation;
    double gain = 1;
    std::optional<Loss> loss;
    std::optional<double> clip; ///< θ: what the norm of the gradient over all parameters is cut to, see clipping.h
    DataSource data; ///< how `sequence` and the targets were made (file key "data", of the app alone)
    std::shared_ptr<const Training> training; ///< what it learns from and how; null: it does not learn
    std::string note; ///< a sentence for the reader, shown with a scene (file key "note", of the app alone)
};

bool operator==(const Experiment &a, const Experiment &b);

/// The circuit written out, spans applied. Throws InputError for an unknown name.
Circuit circuitOf(const Experiment &experiment);

/// Whether its page has two phases: an encoder that reads, a decoder that writes. A circuit written out has none.
bool hasPhases(const NamedCircuit &page);
bool hasPhases(const Experiment &experiment);

/// "x, h, o", for messages.
std::string namesOf(const Circuit &circuit);

/// T, from the sequence, the targets or `steps`. Throws InputError where they disagree or none fixes it.
int stepsOf(const Experiment &experiment, const Circuit &circuit);

} // namespace unfold
