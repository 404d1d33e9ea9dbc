package dev.rapport.segmentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.KPrototypes;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Fitted models keep the contract, and assign those they were fitted on as the fit did. */
class ClusterModelContractTest {

    /** The amounts that are in the book's currency, so that they can be compared. */
    private static Book inEuros() {
        Book book = Accounts.book();
        AttributeKey<Money> euros = AttributeKey.money("arr-eur");
        Map<String, Money> values = new HashMap<>();
        book.customers()
                .forEach(customer -> customer.find(Accounts.ARR)
                        .filter(arr -> arr.getCurrencyUnit().equals(CurrencyUnit.EUR))
                        .ifPresent(arr -> values.put(customer.customerId(), arr)));
        Book with = book.with(euros, "test", values);
        return with.only(customer -> customer.find(euros).isPresent()
                || customer.find(Accounts.SEATS).isPresent()
                || customer.find(Accounts.COUNTRY).isPresent());
    }

    private static final AttributeKey<Money> EUROS = AttributeKey.money("arr-eur");

    private static void assertAssignsAsTheFit(Clustering clustering, Book book) {
        SegmentationStrategy model = clustering.model();
        clustering
                .segmentByCustomer()
                .forEach((id, segment) -> assertThat(model.assign(book.find(id).orElseThrow())
                                .value()
                                .map(Segment::id))
                        .contains(segment));
    }

    @Nested
    class OfKMedoids extends SegmentationStrategyContract {

        private final Clustering clustering =
                KMedoids.of(4).fit(ClusterData.of(inEuros(), List.of(EUROS, Accounts.SEATS, Accounts.COUNTRY)));

        @Override
        protected SegmentationStrategy strategy() {
            return clustering.model();
        }

        @Override
        protected Book book() {
            return inEuros();
        }

        @Test
        void model_assignsAsTheFitDid() {
            assertAssignsAsTheFit(clustering, inEuros());
        }
    }

    @Nested
    class OfKPrototypes extends SegmentationStrategyContract {

        private final Clustering clustering = KPrototypes.of(4)
                .standardised()
                .fit(ClusterData.of(inEuros(), List.of(EUROS, Accounts.SEATS, Accounts.COUNTRY)));

        @Override
        protected SegmentationStrategy strategy() {
            return clustering.model();
        }

        @Override
        protected Book book() {
            return inEuros();
        }

        @Test
        void model_assignsAsTheFitDid() {
            assertAssignsAsTheFit(clustering, inEuros());
        }
    }

    @Nested
    class OfKMeans extends SegmentationStrategyContract {

        private final Clustering clustering = KMeans.of(4)
                .standardised()
                .fit(ClusterData.of(
                                inEuros().only(customer -> customer.find(EUROS).isPresent()),
                                List.of(EUROS, Accounts.SEATS))
                        .complete());

        @Override
        protected SegmentationStrategy strategy() {
            return clustering.model();
        }

        @Override
        protected Book book() {
            return inEuros();
        }

        @Test
        void model_assignsAsTheFitDid() {
            assertAssignsAsTheFit(clustering, inEuros());
        }
    }
}
