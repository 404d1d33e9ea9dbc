package dev.rapport.engagement.json;

import dev.rapport.engagement.file.FileSection;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Place;
import dev.rapport.model.shape.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The document {@code rapport/file-views}. A name that nothing has is refused: what is to be left out must not stay in for
 * a slip of the pen.
 *
 * <pre>{@code
 * FileViews policy = FileViewsDocument.over(book.provides()).read(JsonInput.read("file-views.json", in)).orThrow();
 * }</pre>
 */
public final class FileViewsDocument {

    private static final Shape<List<String>> NAMES =
            Shape.listOf(Shape.text().notBlank()).unique();

    private static final Shape<FileView> VIEW = Shape.object("view", fields -> {
        var reader = fields.required("reader", Shape.code(), FileView::reader);
        var sections = fields.required(
                "sections",
                Shape.listOf(Shape.oneOf(FileSection.class)).unique(),
                view -> List.copyOf(view.sections()));
        var attributes = fields.optional("attributes", NAMES, FileView::attributes);
        var series = fields.optional("series", NAMES, FileView::series);
        var shows = fields.required("shows", Shape.oneOf(Sensitivity.class), FileView::shows);
        var without = fields.defaulted("without", NAMES, List.of(), FileView::without);
        var hashed = fields.defaulted("hashed", NAMES, List.of(), FileView::hashed);
        return in -> FileView.builder()
                .reader(in.get(reader))
                .sections(in.get(sections))
                .attributes(in.get(attributes))
                .series(in.get(series))
                .shows(in.get(shows))
                .without(in.get(without))
                .hashed(in.get(hashed))
                .build();
    });

    private static final DocumentKind<FileViews> KIND =
            DocumentKind.of("file-views", 1, FileViews::header, fields -> {
                var views = fields.required(
                        "views",
                        Shape.listOf(VIEW).notEmpty().uniqueBy("reader", FileView::reader),
                        FileViews::views);
                return (header, in) -> new FileViews(header, in.get(views));
            });

    private FileViewsDocument() {}

    /**
     * The document, checked against what there is to see.
     *
     * @param provided  attributes and series of a book; the standard ones may be named too
     * @return the kind
     */
    public static DocumentKind<FileViews> over(Requirements provided) {
        Known known = new Known(provided);
        return KIND.check((policy, place) -> {
            for (int i = 0; i < policy.views().size(); i++) {
                known.check(policy.views().get(i), place.at("views").at(i));
            }
        });
    }

    /** The names that there are. */
    private static final class Known {

        private final Map<String, AttributeKind> attributes = new TreeMap<>();
        private final Set<String> series = new LinkedHashSet<>();
        private final Map<String, AttributeKind> all = new TreeMap<>();

        Known(Requirements provided) {
            CustomerAttributes.all().forEach(this::add);
            provided.attributes().forEach(this::add);
            all.putAll(attributes);
            CustomerSeries.all().forEach(this::add);
            provided.series().forEach(this::add);
        }

        private void add(AttributeKey<?> attribute) {
            attributes.put(attribute.name(), attribute.kind());
        }

        private void add(SeriesKey<?> key) {
            series.add(key.name());
            key.fields().forEach(field -> all.put(key.name() + "." + field.name(), field.kind()));
        }

        void check(FileView view, Place place) {
            view.attributes()
                    .ifPresent(names -> check(names, place.at("attributes"), attributes.keySet(), "an attribute"));
            view.series().ifPresent(names -> check(names, place.at("series"), series, "a series"));
            check(view.without(), place.at("without"), all.keySet(), "an attribute, or a field such as people.name");
            check(view.hashed(), place.at("hashed"), all.keySet(), "an attribute, or a field such as people.name");
            for (int i = 0; i < view.hashed().size(); i++) {
                AttributeKind kind = all.get(view.hashed().get(i));
                if (kind != null && kind != AttributeKind.TEXT && kind != AttributeKind.TEXT_SET) {
                    place.at("hashed")
                            .at(i)
                            .error(
                                    "not-a-text",
                                    "\"" + view.hashed().get(i) + "\" must be a text to be hashed, is a "
                                            + kind.name().toLowerCase(Locale.ROOT),
                                    "Maybe leave it out");
                }
            }
        }

        private static void check(List<String> names, Place place, Set<String> known, String what) {
            for (int i = 0; i < names.size(); i++) {
                if (!known.contains(names.get(i))) {
                    place.at(i)
                            .error(
                                    "unknown-name",
                                    "\"" + names.get(i) + "\" must be the name of " + what,
                                    Nearest.advice(names.get(i), known));
                }
            }
        }
    }
}
