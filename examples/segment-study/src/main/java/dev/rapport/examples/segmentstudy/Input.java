package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The columns of a study: which are compared, what they are called, who the customers are. */
final class Input {

    private static final String CATEGORICAL = ":categorical";
    private static final String NUMERIC = ":numeric";

    private final StudyTable table;
    private final Optional<String> id;
    /** Whether a column is categorical, in the order of the command line. */
    private final Map<String, Boolean> columns;

    private final List<String> names;
    private final Map<Feature, String> labels = new HashMap<>();

    private Input(StudyTable table, Optional<String> id, Map<String, Boolean> columns, List<String> names) {
        this.table = table;
        this.id = id;
        this.columns = columns;
        this.names = names;
    }

    static Input of(StudyTable table, Arguments arguments) {
        Map<String, Boolean> columns = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (ColumnWords.Word word : ColumnWords.of(arguments.get("columns"))) {
            String name = word.name();
            String kind = word.suffix();
            if (!word.quoted() && (name.endsWith(CATEGORICAL) || name.endsWith(NUMERIC))) {
                kind = name.substring(name.lastIndexOf(':'));
                name = name.substring(0, name.lastIndexOf(':'));
            }
            boolean categorical = kind.equals(CATEGORICAL);
            boolean isUnclear = !word.quoted() && kind.isEmpty() && name.contains(":") && !table.has(name);
            if (isUnclear || !(kind.isEmpty() || categorical || kind.equals(NUMERIC))) {
                throw new UserError("column (" + name + kind + ") must end in " + CATEGORICAL + ", in " + NUMERIC
                        + " or in neither.\nMaybe see --help.");
            }
            if (name.isEmpty()) {
                throw new UserError(
                        "option (--columns " + arguments.get("columns") + ") must name columns, with a comma between.");
            }
            if (columns.put(name, categorical) != null) {
                throw new UserError("column (" + name + ") must come once in --columns.");
            }
            names.add(name);
        }
        Optional<String> id = arguments.find("id");
        id.ifPresent(column -> {
            table.requirePresent(column);
            table.requireOnce(column);
            if (columns.containsKey(column)) {
                throw new UserError("column (" + column + ") must not be the id and be compared as well.");
            }
        });
        for (String name : names) {
            if (!Boolean.TRUE.equals(columns.get(name)) && table.isText(name)) {
                throw new UserError("column (" + name + ") must hold numbers, it holds none.\nMaybe " + name
                        + CATEGORICAL + ", with kmedoids or kprototypes.");
            }
        }
        return new Input(table, id, columns, names);
    }

    /** An option that is a number. */
    static OptionalDouble number(Arguments arguments, String option, double least, double most) {
        Optional<String> text = arguments.find(option);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.get());
            if (value >= least && value <= most) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UserError("option (--" + option + " " + text.get() + ") must be a number of at least " + least + ".");
    }

    boolean hasCategories() {
        return columns.containsValue(true);
    }

    List<String> names() {
        return names;
    }

    /** Leaves out rows in which a number is needed and missing, or not a number. */
    void requireAll() {
        for (String name : names) {
            table.requireNumber(name, value -> true, "must be a number");
        }
    }

    /** Leaves out rows in which a number is not a number, or everything is missing. */
    void requireSome() {
        for (String name : names) {
            if (!Boolean.TRUE.equals(columns.get(name))) {
                table.requireNumberOrMissing(name);
            }
        }
        table.requireAny(names);
    }

    List<String> ids() {
        return id.map(table::text)
                .orElseGet(() -> IntStream.rangeClosed(1, table.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** A column of numbers as an attribute. */
    AttributeKey<Double> attribute(String name) {
        return AttributeKey.number(key(name, names.indexOf(name)));
    }

    double[] numbers(String name) {
        return table.numbers(name);
    }

    String label(Feature feature) {
        return labels.getOrDefault(feature, feature.toString());
    }

    ClusterData data() {
        ClusterData.Builder builder = ClusterData.builder(ids());
        for (int j = 0; j < names.size(); j++) {
            String name = names.get(j);
            boolean category = Boolean.TRUE.equals(columns.get(name));
            String key = key(name, j);
            labels.put(new Feature(category ? AttributeKey.text(key) : AttributeKey.number(key)), name);
            if (category) {
                builder.category(
                        AttributeKey.text(key),
                        table.textOrMissing(name).stream()
                                .map(text -> text.orElse(null))
                                .toList());
            } else {
                builder.number(AttributeKey.number(key), table.numbersOrNaN(name));
            }
        }
        return builder.build();
    }

    /** A column's name as an attribute's: {@code Sepal.Length} is {@code sepal.length}. */
    private String key(String name, int position) {
        String key = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("[-.]*\\.[-.]*", ".")
                .replaceAll("^[-.]+|[-.]+$", "");
        boolean taken =
                labels.keySet().stream().anyMatch(feature -> feature.toString().equals(key));
        return taken || !AttributeKey.isName(key) ? "column-" + (position + 1) : key;
    }
}
