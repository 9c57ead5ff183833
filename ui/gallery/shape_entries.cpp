#include "ui/gallery/shape_entries.h"

#include <QCoreApplication>

namespace unfold {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ShapeGallery", text);
}

} // namespace

std::vector<ShapeEntry> shapeEntries()
{
    return {
        {Shape::OneToOne, tr("One to one"), tr("One input, one answer: no time at all."), tr("Image classification"),
            QStringLiteral("06-one-to-one.unfold")},
        {Shape::OneToMany, tr("One to many"), tr("One input at the first step, an answer at every step."),
            tr("Music generation, image captioning"), QStringLiteral("07-one-to-many.unfold")},
        {Shape::ManyToOne, tr("Many to one"), tr("An input at every step, one answer at the last."),
            tr("Sentiment, spam"), QStringLiteral("08-many-to-one.unfold")},
        {Shape::ManyToMany, tr("Many to many, equal"), tr("An input and an answer at every step."),
            tr("Named entities, parts of speech"), QStringLiteral("09-many-to-many.unfold")},
        {Shape::ManyToManyUnequal, tr("Many to many, unequal"), tr("First all inputs are read, then the answers come."),
            tr("Translation, summarisation, video captioning"), QStringLiteral("10-many-to-many-unequal.unfold")},
    };
}

} // namespace unfold
