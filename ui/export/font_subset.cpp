#include "ui/export/font_subset.h"

#include <hb-subset.h>

#include <memory>

namespace unfold {
namespace {

template <auto destroy> struct Destroy {
    template <typename T> void operator()(T *object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

Blob subsetOf(hb_face_t *face, const std::set<char32_t> &characters)
{
    const Input input(hb_subset_input_create_or_fail());
    if (!input)
        return nullptr;
    hb_set_t *wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : characters)
        hb_set_add(wanted, c);
    hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), HB_TAG('M', 'A', 'T', 'H'));
    const Face cut(hb_subset_or_fail(face, input.get()));
    return Blob(cut ? hb_face_reference_blob(cut.get()) : nullptr);
}

} // namespace

QByteArray fontSubset(const QByteArray &font, const std::set<char32_t> &characters)
{
    const Blob whole(hb_blob_create_or_fail(
        font.constData(), static_cast<unsigned>(font.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    if (!whole)
        return {};
    const Face face(hb_face_create(whole.get(), 0));
    if (hb_face_get_glyph_count(face.get()) == 0)
        return {};
    const Blob cut = subsetOf(face.get(), characters);
    if (!cut)
        return {};
    unsigned length = 0;
    const char *data = hb_blob_get_data(cut.get(), &length);
    return {data, static_cast<qsizetype>(length)};
}

} // namespace unfold
