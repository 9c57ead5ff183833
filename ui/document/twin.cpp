#include "ui/document/twin.h"

#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/document/twin_note.h"

#include <utility>

namespace unfold {
namespace {

/// The node of the twin that is compared with the watched one: each network's own where the first shows its own,
/// otherwise the one of the same name.
int counterpart(const Circuit &first, int watched, const Circuit &twin)
{
    const int usual = defaultPlottedNode(twin);
    if (watched < 0 || watched == defaultPlottedNode(first))
        return usual;
    const int named = twin.indexOf(first.nodes[static_cast<size_t>(watched)].name);
    return named >= 0 && twin.nodes[static_cast<size_t>(named)].role != Role::Input ? named : usual;
}

} // namespace

Twin::Twin(Document *first)
    : QObject(first)
    , m_first(first)
{
    connect(first, &Document::resultChanged, this, [this] {
        m_firstTold = true;
        lookAlike();
    });
    connect(first, &Document::notationChanged, this, &Twin::lookAlike);
    connect(first, &Document::cursorChanged, this, &Twin::followCursor);
    connect(first, &Document::timeWindowChanged, this, &Twin::followCursor);
}

std::shared_ptr<const Result> Twin::result() const
{
    if (!m_document || !fault().isEmpty() || m_document->result()->steps() != m_first->result()->steps())
        return nullptr;
    return m_document->result();
}

QString Twin::fault() const
{
    if (m_setup && !m_setup->fault.empty())
        return QString::fromStdString(m_setup->fault);
    return m_setup ? m_refusal : QString();
}

QString Twin::nameOfFirst() const
{
    const std::string name = m_setup ? nameBeside(m_setup->experiment, m_first->experiment()) : std::string();
    return name.empty() ? tr("first") : QString::fromStdString(name);
}

QString Twin::name() const
{
    const std::string name = m_setup ? nameBeside(m_first->experiment(), m_setup->experiment) : std::string();
    return name.empty() ? tr("copy") : QString::fromStdString(name);
}

// -- changing it
// -------------------------------------------------------------------------------------------------------

std::optional<TwinExperiment> Twin::following(const Experiment &first) const
{
    return m_setup ? std::optional(unfold::following(first, *m_setup)) : std::nullopt;
}

std::optional<TwinExperiment> Twin::followingGain(const Experiment &first) const
{
    return m_setup ? std::optional(unfold::followingGain(first, *m_setup)) : std::nullopt;
}

void Twin::start(TwinPreset preset)
{
    try {
        Twins twins = twinsOf(m_first->experiment(), preset);
        if (preset == TwinPreset::RnnAndLstm) {
            twins.first.title = titleOf(preset).toStdString();
            twins.first.note = noteOnRnnAndLstm(twins.first, twins.twin.experiment).toStdString();
        }
        m_first->changeTwins(twins.first, twins.twin, tr("twins: %1").arg(titleOf(preset)));
    } catch (const InputError &error) {
        emit m_first->refused(QString::fromUtf8(error.what()));
    }
}

void Twin::startCopy()
{
    const Experiment &first = m_first->experiment();
    m_first->changeTwins(first, TwinExperiment{first, {allLinks.begin(), allLinks.end()}, {}}, tr("twin: a copy"));
}

void Twin::setLinked(Link link, bool linked)
{
    if (!m_setup || (m_setup->links.count(link) > 0) == linked)
        return;
    TwinExperiment next = *m_setup;
    if (linked)
        next.links.insert(link);
    else
        next.links.erase(link);
    next = unfold::following(m_first->experiment(), std::move(next));
    if (linked && !next.fault.empty()) {
        emit m_first->refused(tr("This cannot be linked. %1").arg(QString::fromStdString(next.fault)));
        emit changed(); // who asked shows again what is so
        return;
    }
    m_first->changeTwins(
        m_first->experiment(), next, linked ? tr("link of the twin closed") : tr("link of the twin opened"));
}

void Twin::swap()
{
    if (!m_setup)
        return;
    TwinExperiment twin{m_first->experiment(), m_setup->links, {}};
    m_first->changeTwins(
        m_setup->experiment, unfold::following(m_setup->experiment, std::move(twin)), tr("twins swapped"));
}

void Twin::remove()
{
    if (m_setup)
        m_first->changeTwins(m_first->experiment(), std::nullopt, tr("twin removed"));
}

void Twin::showBeside(bool beside)
{
    if (beside == m_beside)
        return;
    m_beside = beside;
    emit besideChanged();
}

// -- computing it
// ------------------------------------------------------------------------------------------------------

void Twin::adopt(const std::optional<TwinExperiment> &setup)
{
    if (setup == m_setup)
        return;
    m_setup = setup;
    m_refusal.clear();
    m_adopted = true;
    m_firstTold = false;
    if (setup && setup->fault.empty())
        show(setup->experiment);
    if (Document *gone = setup ? nullptr : std::exchange(m_document, nullptr)) {
        emit changed(); // who shows it lets go
        retire(gone);
    }
}

void Twin::tellAdopted()
{
    if (!std::exchange(m_adopted, false))
        return;
    emit changed();
    if (!m_firstTold)
        emit resultChanged();
}

/// A result that is there while the first one is still to come is told with it.
void Twin::tellResult()
{
    lookAlike();
    if (!m_adopted)
        emit resultChanged();
}

void Twin::show(const Experiment &experiment)
{
    if (!m_document)
        create(experiment);
    else if (differOnlyInGain(experiment, m_document->experiment()))
        m_document->setGain(experiment.gain);
    else
        m_document->change(experiment, {});
}

void Twin::create(const Experiment &experiment)
{
    try {
        m_document = new Document(experiment, this);
    } catch (const InputError &error) {
        m_refusal = QString::fromUtf8(error.what());
        return;
    }
    m_document->undoStack()->setUndoLimit(1);
    connect(m_document, &Document::refused, this, [this](const QString &sentence) { m_refusal = sentence; });
    connect(m_document, &Document::resultChanged, this, &Twin::tellResult);
    lookAlike();
    followCursor();
    connect(m_document, &Document::cursorChanged, this, [this] { m_first->setStep(m_document->cursor().step); });
    connect(
        m_document, &Document::timeWindowChanged, this, [this] { m_first->setTimeWindow(m_document->timeWindow()); });
}

/// Without waiting for a run that nobody wants any more.
void Twin::retire(Document *document)
{
    document->disconnect(this);
    if (document->computing())
        connect(document, &Document::computingChanged, document, &QObject::deleteLater);
    else
        document->deleteLater();
}

void Twin::lookAlike()
{
    if (!m_document)
        return;
    m_document->setNotation(m_first->notation());
    m_document->setGradientOf(m_first->gradientOf());
    m_document->setPlottedNode(
        counterpart(m_first->result()->circuit(), m_first->plottedNode(), m_document->result()->circuit()));
    followCursor();
}

void Twin::followCursor()
{
    if (!m_document || m_document->result()->steps() != m_first->result()->steps())
        return;
    m_document->setTimeWindow(m_first->timeWindow());
    m_document->setStep(m_first->cursor().step);
    if (m_document->result()->trace->hasGradient || m_first->cursor().pass == Pass::Forward)
        m_document->setPass(m_first->cursor().pass);
}

QString titleOf(TwinPreset preset)
{
    switch (preset) {
    case TwinPreset::RnnAndLstm: return Twin::tr("RNN and LSTM");
    case TwinPreset::GainBelowAndAbove: return Twin::tr("gain 0.9 and 1.1");
    case TwinPreset::OrthogonalAndGaussian: return Twin::tr("orthogonal and Gaussian");
    case TwinPreset::TanhAndRelu: break;
    }
    return Twin::tr("tanh and relu");
}

} // namespace unfold
