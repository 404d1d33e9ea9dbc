package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** The manifest as a document, {@code rapport/book}: read, written and described by a JSON Schema. */
public final class ManifestDocument {

    private static final Shape<CurrencyUnit> CURRENCY = Shape.parsed(
            "a currency of ISO 4217 such as EUR", text -> refused(text, CurrencyUnit::of), CurrencyUnit::getCode);

    private static final Shape<Charset> CHARSET = Shape.parsed(
            "a charset such as UTF-8 or windows-1252", text -> refused(text, Charset::forName), Charset::name);

    private static final Shape<Character> SIGN = Shape.parsed(
            "one character",
            text -> {
                if (text.length() != 1) {
                    throw new IllegalArgumentException("must be one character");
                }
                return text.charAt(0);
            },
            String::valueOf);

    private static final Shape<String> NAME = Shape.text()
            .maxLength(100)
            .matching(
                    "[a-z0-9]+([-.][a-z0-9]+)*",
                    "lower-case words of letters and digits, joined by '-' and grouped by '.'");

    private static final Shape<AttributeKey<?>> KEY = Shape.object("key", fields -> {
        var name = fields.required("name", NAME, AttributeKey::name);
        var kind = fields.required("kind", Shape.oneOf(AttributeKind.class), AttributeKey::kind);
        var unit = fields.optional("unit", Shape.text().notBlank().maxLength(40), AttributeKey::unit);
        var dimension = fields.optional("dimension", Shape.oneOf(Dimension.class), AttributeKey::dimension);
        var sensitivity = fields.defaulted(
                "sensitivity", Shape.oneOf(Sensitivity.class), Sensitivity.INTERNAL, AttributeKey::sensitivity);
        return in -> key(in.get(name), in.get(kind), in.get(unit), in.get(dimension), in.get(sensitivity));
    });

    private static final Shape<SeriesKey<?>> SERIES = Shape.object("series", fields -> {
        var name = fields.required("name", NAME, SeriesKey::name);
        var nature = fields.optional("nature", Shape.oneOf(SeriesKey.Nature.class), ManifestDocument::ownNature);
        var required = fields.defaulted("required", Shape.listOf(NAME), List.of(), ManifestDocument::ownRequired);
        var own = fields.required("fields", Shape.listOf(KEY), ManifestRules::ownFields);
        return in -> series(in.get(name), in.get(nature), in.get(required), in.get(own));
    });

    private static final Shape<TableFormat> CELLS = Shape.object("cells", fields -> {
        var delimiter = fields.optional("delimiter", SIGN, TableFormat::saidDelimiter);
        var charset = fields.optional("charset", CHARSET, TableFormat::saidCharset);
        var dates = fields.optional("dates", Shape.listOf(Shape.text().notBlank()), TableFormat::saidDates);
        var decimal = fields.optional("decimal", SIGN, TableFormat::saidDecimal);
        var grouping = fields.optional("grouping", SIGN, TableFormat::saidGrouping);
        var sets = fields.optional("setDivider", SIGN, TableFormat::saidSetDivider);
        return in -> format(
                in.get(delimiter), in.get(charset), in.get(dates), in.get(decimal), in.get(grouping), in.get(sets));
    });

    private static final Shape<Map<String, String>> TEXTS = Shape.mapOf(Shape.text());

    private static final Shape<TableMapping> FILE = Shape.object("file", fields -> {
        var file = fields.required("file", Shape.text().notBlank().maxLength(200), TableMapping::file);
        var feeds = fields.required("feeds", NAME, TableMapping::feeds);
        var columns = fields.defaulted("columns", TEXTS, Map.of(), TableMapping::columns);
        var constants = fields.defaulted("constants", TEXTS, Map.of(), TableMapping::constants);
        var values = fields.defaulted("values", Shape.mapOf(TEXTS), Map.of(), TableMapping::values);
        var lastDays =
                fields.defaulted("lastDays", Shape.listOf(NAME), List.of(), mapping -> List.copyOf(mapping.lastDays()));
        var knownFrom = fields.defaulted("knownFrom", Shape.mapOf(NAME), Map.of(), TableMapping::knownFrom);
        var onlyMapped = fields.defaulted("onlyMapped", Shape.bool(), false, TableMapping::isOnlyMapped);
        var format = fields.defaulted("cells", CELLS, TableFormat.UNSAID, TableMapping::format);
        return in -> new TableMapping(
                in.get(file),
                in.get(feeds),
                in.get(columns),
                in.get(constants),
                in.get(values),
                in.get(lastDays),
                in.get(knownFrom),
                in.get(onlyMapped),
                in.get(format));
    });

    /** The manifest of a book; calendars of countries are refused, since there is nobody to ask for them. */
    public static final DocumentKind<BookManifest> KIND = over(country -> {
        throw new IllegalArgumentException("country (" + country
                + ") must be one that the reader of the book has a calendar for, has none.\nMaybe list the"
                + " holidays under \"calendars\", or hand a source to BookReader.countryCalendars.");
    });

    /**
     * The manifest of a book that may name countries.
     *
     * @param countries  gives the calendar of a country by its code, or refuses it with an {@code IllegalArgumentException}
     * @return the kind
     */
    static DocumentKind<BookManifest> over(Function<String, BusinessCalendar> countries) {
        Shape<BusinessCalendar> ofCountry = DeadlineShapes.ofCountry(countries);
        return DocumentKind.<BookManifest>of("book", 1, BookManifest::header, fields -> {
                    var zone = fields.required("zone", Shape.zone(), BookManifest::zone);
                    var currency = fields.required("currency", CURRENCY, BookManifest::currency);
                    var calendar = fields.optional(
                            "calendar",
                            DeadlineShapes.CALENDAR,
                            manifest -> manifest.saidDeadlines().book());
                    var calendars = fields.defaulted(
                            "calendars",
                            Shape.listOf(DeadlineShapes.CALENDAR).uniqueBy("id", BusinessCalendar::id),
                            List.of(),
                            manifest -> manifest.saidDeadlines().others());
                    var countryCalendars =
                            fields.optional("countryCalendars", Shape.listOf(ofCountry), manifest -> Optional.empty());
                    var notice = fields.optional(
                            "notice",
                            DeadlineShapes.NOTICE,
                            manifest -> manifest.saidDeadlines().notice());
                    var format = fields.defaulted("cells", CELLS, TableFormat.UNSAID, BookManifest::format);
                    var attributes =
                            fields.defaulted("attributes", Shape.listOf(KEY), List.of(), BookManifest::attributes);
                    var series = fields.defaulted("series", Shape.listOf(SERIES), List.of(), BookManifest::series);
                    var files = fields.defaulted("files", Shape.listOf(FILE), List.of(), BookManifest::files);
                    return (header, in) -> new BookManifest(
                            header,
                            in.get(zone),
                            in.get(currency),
                            new SaidDeadlines(
                                    in.get(calendar),
                                    joined(
                                            in.get(calendars),
                                            in.get(countryCalendars).orElse(List.of())),
                                    in.get(notice)),
                            in.get(format),
                            in.get(attributes),
                            in.get(series),
                            in.get(files));
                })
                .check(ManifestRules::check);
    }

    private static List<BusinessCalendar> joined(List<BusinessCalendar> listed, List<BusinessCalendar> ofCountries) {
        List<BusinessCalendar> all = new ArrayList<>(listed);
        all.addAll(ofCountries);
        return all;
    }

    private ManifestDocument() {}

    /** Lets a shape say what was wanted, in place of the exception of a library. */
    private static <T> T refused(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalCurrencyException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static AttributeKey<?> key(
            String name,
            AttributeKind kind,
            Optional<String> unit,
            Optional<Dimension> dimension,
            Sensitivity sensitivity) {
        AttributeKey<?> key = AttributeKey.of(name, kind).sensitivity(sensitivity);
        if (unit.isPresent()) {
            key = key.unit(unit.get());
        }
        return dimension.isPresent() ? key.dimension(dimension.get()) : key;
    }

    private static Optional<SeriesKey.Nature> ownNature(SeriesKey<?> key) {
        return ManifestRules.standard(key.name()).isPresent() ? Optional.empty() : Optional.of(key.nature());
    }

    private static List<String> ownRequired(SeriesKey<?> key) {
        return ManifestRules.standard(key.name()).isPresent()
                ? List.of()
                : key.requiredFields().stream().map(AttributeKey::name).toList();
    }

    private static SeriesKey<?> series(
            String name, Optional<SeriesKey.Nature> nature, List<String> required, List<AttributeKey<?>> own) {
        Optional<SeriesKey<?>> standard = ManifestRules.standard(name);
        AttributeKey<?>[] fields = own.toArray(new AttributeKey<?>[0]);
        if (standard.isPresent()) {
            if (nature.isPresent() && nature.get() != standard.get().nature()) {
                throw new IllegalArgumentException("nature of " + name + " is fixed");
            }
            if (!required.isEmpty()) {
                throw new IllegalArgumentException("fields added to " + name + " cannot be required");
            }
            return standard.get().allows(fields);
        }
        if (nature.isEmpty()) {
            throw new IllegalArgumentException("series " + name + " is new and must say its nature, events or records");
        }
        SeriesKey<?> key = nature.get() == SeriesKey.Nature.EVENTS
                ? SeriesKey.events(name, Function.identity())
                : SeriesKey.records(name, Function.identity());
        AttributeKey<?>[] first =
                own.stream().filter(field -> required.contains(field.name())).toArray(AttributeKey<?>[]::new);
        AttributeKey<?>[] others =
                own.stream().filter(field -> !required.contains(field.name())).toArray(AttributeKey<?>[]::new);
        return key.requires(first).allows(others);
    }

    private static TableFormat format(
            Optional<Character> delimiter,
            Optional<Charset> charset,
            Optional<List<String>> dates,
            Optional<Character> decimal,
            Optional<Character> grouping,
            Optional<Character> setDivider) {
        TableFormat format = TableFormat.UNSAID;
        format = delimiter.map(format::delimitedBy).orElse(format);
        format = charset.map(format::in).orElse(format);
        format = dates.map(format::datesLike).orElse(format);
        if (decimal.isPresent() || grouping.isPresent()) {
            format = format.numbers(decimal.orElse('.'), grouping);
        }
        return setDivider.map(format::setsDividedBy).orElse(format);
    }
}
