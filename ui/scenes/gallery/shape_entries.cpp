#include "ui/scenes/gallery/shape_entries.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct ShapeEntriesText {
    Q_DECLARE_TR_FUNCTIONS(ShapeGallery)
};

} // namespace

std::vector<ShapeEntry> shapeEntries()
{
    return {
        {Shape::OneToOne, ShapeEntriesText::tr("One to one"),
            ShapeEntriesText::tr("One input, one output: no recurrence."), ShapeEntriesText::tr("Image classification"),
            QStringLiteral("06-one-to-one.unfold")},
        {Shape::OneToMany, ShapeEntriesText::tr("One to many"),
            ShapeEntriesText::tr("One input at the first step, an output at every step."),
            ShapeEntriesText::tr("Music generation, image captioning"), QStringLiteral("07-one-to-many.unfold")},
        {Shape::ManyToOne, ShapeEntriesText::tr("Many to one"),
            ShapeEntriesText::tr("An input at every step, one output at the last."),
            ShapeEntriesText::tr("Sentiment, spam"), QStringLiteral("08-many-to-one.unfold")},
        {Shape::ManyToMany, ShapeEntriesText::tr("Many to many, equal"),
            ShapeEntriesText::tr("An input and an output at every step."),
            ShapeEntriesText::tr("Named entities, parts of speech"), QStringLiteral("09-many-to-many.unfold")},
        {Shape::ManyToManyUnequal, ShapeEntriesText::tr("Many to many, unequal"),
            ShapeEntriesText::tr("First all inputs, then all outputs."),
            ShapeEntriesText::tr("Translation, speech recognition, summaries"),
            QStringLiteral("10-many-to-many-unequal.unfold")},
    };
}

} // namespace unfold
