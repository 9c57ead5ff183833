#pragma once
// The spectrum of the recurrent matrix of the plotted node, as it moves under the slider: the picture and its
// sentences.
#include "core/linalg/eigenvalues.h"
#include "ui/document/runner.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace unfold {

class Document;
class SpectrumPlane;
struct Prepared;

class SpectrumView : public QWidget
{
    Q_OBJECT

public:
    /// document: outlives the view.
    explicit SpectrumView(Document *document, QWidget *parent = nullptr);
    ~SpectrumView() override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adoptResult();
    void computeBase();
    void showSpectrum();
    void showSentence();
    const std::string &parameterName() const;
    QString matrixName() const; ///< as it is read

    Document *m_document;
    SpectrumPlane *m_plane;
    QLabel *m_sentence;
    std::shared_ptr<const Prepared> m_prepared; ///< of m_base
    int m_parameter = -1; ///< of m_base; −1: there is no recurrent matrix
    bool m_known = false; ///< m_base is there
    FullSpectrum m_base; ///< at gain 1
    Runner m_runner; ///< last: it waits for its job before the rest goes
};

} // namespace unfold
