package dev.rapport.engagement.file;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.shape.DocumentHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policy of who may see what of a customer.
 *
 * <pre>{@code
 * FileView partner = FileViews.standard().find("partner").orElseThrow();
 * CustomerFile file = CustomerFile.of(view, attributes, reckoning, partner, Pseudonyms.keyed(secret));
 * }</pre>
 *
 * @param header  who made it, and since when it holds
 * @param views  the views, at least one, of different readers
 */
public record FileViews(DocumentHeader header, List<FileView> views) {

    /**
     * Checks that the readers differ.
     *
     * @param header  who made it
     * @param views  the views
     */
    public FileViews {
        requireNonNull(header, "header");
        views = List.copyOf(views);
        Set<String> readers = new HashSet<>();
        for (FileView view : views) {
            if (!readers.add(view.reader())) {
                throw new IllegalArgumentException("views must have different readers, was twice " + view.reader());
            }
        }
        if (views.isEmpty()) {
            throw new IllegalArgumentException("views must be at least one.");
        }
    }

    /**
     * The preset {@code file-views-standard}: ceo, vp, csm, partner and customer, see {@link StandardFileViews}.
     *
     * @return a complete policy
     */
    public static FileViews standard() {
        return StandardFileViews.policy();
    }

    /**
     * The view of a reader.
     *
     * @param reader  who reads
     * @return what they may see, or empty if the policy does not say
     */
    public Optional<FileView> find(String reader) {
        return views.stream().filter(view -> view.reader().equals(reader)).findFirst();
    }
}
