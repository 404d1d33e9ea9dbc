package dev.rapport.segmentation.testkit;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A strategy that is one function of a host's. */
record HostStrategy(Requirements requirements, Function<CustomerView, Optional<Segment>> function)
        implements SegmentationStrategy {

    static final Segment EARLY = Segment.of("early");
    static final Segment LATE = Segment.of("late");

    static HostStrategy byCountry() {
        return new HostStrategy(
                Requirements.attributes(Accounts.COUNTRY),
                customer -> customer.find(Accounts.COUNTRY).map(country -> country.compareTo("E") < 0 ? EARLY : LATE));
    }

    @Override
    public List<Segment> segments() {
        return List.of(EARLY, LATE);
    }

    @Override
    public Decision<Segment> assign(CustomerView customer) {
        Optional<Segment> segment = function.apply(customer);
        double value =
                segment.map(segments()::indexOf).map(Integer::doubleValue).orElse(Double.NaN);
        return new Decision<>(
                customer.customerId(), segment, Explanation.stated("by-country", value, "by its country"));
    }
}
