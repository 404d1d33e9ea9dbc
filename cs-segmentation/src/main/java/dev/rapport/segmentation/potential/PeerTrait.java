package dev.rapport.segmentation.potential;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Something that makes customers comparable: the same text, or a number in the same range.
 *
 * @param key  a text or a number
 * @param cuts  where ranges of the number begin, rising, at least one; none for a text
 */
public record PeerTrait(AttributeKey<?> key, List<Double> cuts) {

    /**
     * Checks that kind and cuts go together.
     *
     * @param key  a text or a number
     * @param cuts  where ranges begin
     * @throws IllegalArgumentException if they do not
     */
    public PeerTrait {
        cuts = List.copyOf(cuts);
        if (key.kind() != AttributeKind.TEXT && key.kind() != AttributeKind.NUMBER) {
            throw new IllegalArgumentException("attribute (" + key + ") must be a text or a number.");
        }
        if (cuts.isEmpty() == (key.kind() == AttributeKind.NUMBER)) {
            throw new IllegalArgumentException("cuts of attribute (" + key + ") must be "
                    + (cuts.isEmpty()
                            ? "given, it is a number.\nMaybe \"cuts\": [50, 250]."
                            : "absent, it is a text."));
        }
        for (int i = 0; i < cuts.size(); i++) {
            if (!Double.isFinite(cuts.get(i)) || (i > 0 && !(cuts.get(i) > cuts.get(i - 1)))) {
                throw new IllegalArgumentException("cuts of attribute (" + key + ") must rise, were " + cuts + ".");
            }
        }
    }

    /**
     * Customers with the same text.
     *
     * @param key  the attribute
     * @return the trait
     */
    public static PeerTrait same(AttributeKey<String> key) {
        return new PeerTrait(key, List.of());
    }

    /**
     * Customers with a number in the same range.
     *
     * @param key  the attribute
     * @param cuts  where ranges begin, rising
     * @return the trait
     */
    public static PeerTrait ranges(AttributeKey<Double> key, Double... cuts) {
        return new PeerTrait(key, List.of(cuts));
    }

    /** What a customer has in common with its peers, in the words of {@link #ranges()}; empty if it is not known. */
    Optional<String> of(CustomerView view, List<String> ranges) {
        Optional<?> value = view.find(key);
        return cuts.isEmpty() ? value.map(Object::toString) : value.map(number -> ranges.get(above((Double) number)));
    }

    /** The ranges of numbers in words, the lowest first; none of texts. */
    List<String> ranges() {
        return cuts.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(0, cuts.size()).mapToObj(this::range).toList();
    }

    /** The same as a position among {@link #names}; -1 if it is not known. */
    int position(Column column, int row) {
        if (!column.isPresent(row)) {
            return -1;
        }
        return cuts.isEmpty() ? (int) column.number(row) : above(column.number(row));
    }

    /** All that customers of a column can have in common. */
    List<String> names(Column column) {
        return cuts.isEmpty() ? column.words().stream().map(Object::toString).toList() : ranges();
    }

    private int above(double number) {
        int above = 0;
        while (above < cuts.size() && number >= cuts.get(above)) {
            above++;
        }
        return above;
    }

    private String range(int above) {
        if (above == 0) {
            return "under " + plain(cuts.get(0));
        }
        String from = plain(cuts.get(above - 1));
        return above == cuts.size() ? from + " and more" : from + " to under " + plain(cuts.get(above));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
