#pragma once
// What is explained at a place of a window: the thing that a view has painted there, the word of a label, or what a
// control is called.
// A widget may name its terms itself: see explain_by.h.
#include "ui/help/explained.h"

#include <QPoint>

class QLabel;
class QWidget;

namespace unfold {

class Document;
class Glossary;

class TermFinder
{
public:
    /// Both outlive the finder.
    TermFinder(const Document *document, const Glossary *glossary)
        : m_document(document)
        , m_glossary(glossary)
    {
    }

    /// At a point of the widget that lies there; its place is in the coordinates of the window.
    Explained at(const QWidget &widget, QPoint point) const;
    /// Of a widget that has the focus; its place is in the coordinates of its window.
    Explained ofFocused(const QWidget &widget) const;

private:
    Explained climb(const QWidget &from, const QPoint *point) const;
    Explained ofWidget(const QWidget &widget, const QPoint *point) const;
    Explained ofWords(const QString &text, const QWidget &widget) const;
    Explained ofLabel(const QLabel &label, const QPoint *point) const;
    Explained ofProperty(const QWidget &widget) const;

    const Document *m_document;
    const Glossary *m_glossary;
};

} // namespace unfold
