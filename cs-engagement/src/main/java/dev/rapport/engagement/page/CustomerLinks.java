package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How the plan's page names its customers: each with the way to its own page. */
final class CustomerLinks {

    private static final int LONGEST_NAME = 80;

    private final UnaryOperator<String> link;
    private final BandStyles styles;
    private final Map<String, CustomerLine> lines = new HashMap<>();

    CustomerLinks(Plan plan, UnaryOperator<String> link) {
        this.link = link;
        this.styles = new BandStyles(plan.bands());
        plan.customers().forEach(line -> lines.put(line.customerId(), line));
    }

    Optional<CustomerLine> find(String customerId) {
        return Optional.ofNullable(lines.get(customerId));
    }

    BandStyles styles() {
        return styles;
    }

    /** The start of a row about a customer: {@code name}, {@code href}, and {@code band} with its {@code bandStyle}. */
    Map<String, Object> row(String customerId) {
        Optional<CustomerLine> line = find(customerId);
        Map<String, Object> row = new HashMap<>();
        row.put("name", Text.shortened(line.flatMap(CustomerLine::name).orElse(customerId), LONGEST_NAME));
        if (line.isPresent()) {
            row.put("href", link.apply(customerId));
            String band = line.get().health().band();
            row.put("band", styles.codes().contains(band) ? band : "unknown");
            row.put("bandStyle", styles.of(band));
            row.put("owners", String.join(", ", line.get().owners()));
        }
        return row;
    }
}
