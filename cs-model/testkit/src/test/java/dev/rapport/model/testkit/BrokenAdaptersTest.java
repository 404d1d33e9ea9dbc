package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Cut;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract finds adapters that break it. */
class BrokenAdaptersTest {

    private static final AsOf LATE = AsOf.of(Instant.parse("2100-01-01T00:00:00Z"));

    /** The standard adapter, of which a test breaks one thing. */
    private static class Sound implements ViewAdapter<Customer> {

        private final StandardAdapterTest standard = new StandardAdapterTest();
        final ViewAdapter<Customer> adapter = standard.adapter();

        @Override
        public String id(Customer customer) {
            return adapter.id(customer);
        }

        @Override
        public boolean exists(Customer customer, Cut cut) {
            return adapter.exists(customer, cut);
        }

        @Override
        public Requirements provides(Cut cut) {
            return adapter.provides(cut);
        }

        @Override
        public boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut) {
            return adapter.provides(series, field, cut);
        }

        @Override
        public <T> Reading<T> read(Customer customer, AttributeKey<T> key, Cut cut) {
            return adapter.read(customer, key, cut);
        }

        @Override
        public List<Entry> entries(Customer customer, SeriesKey<?> key, Cut cut) {
            return adapter.entries(customer, key, cut);
        }
    }

    private static ViewAdapterContract<Customer> holding(ViewAdapter<Customer> adapter) {
        StandardAdapterTest standard = new StandardAdapterTest();
        return new ViewAdapterContract<>() {
            @Override
            protected ViewAdapter<Customer> adapter() {
                return adapter;
            }

            @Override
            protected List<Customer> customers() {
                return standard.customers();
            }

            @Override
            protected List<AsOf> cuts() {
                return standard.cuts();
            }

            @Override
            protected Customer withFactsFrom(Customer customer, Instant recordedAt) {
                return standard.withFactsFrom(customer, recordedAt);
            }
        };
    }

    private static void assertFound(ThrowingCallable rule, String part) {
        assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContaining(part);
    }

    @Test
    void lookAheadInAttributes_isFound() {
        ViewAdapterContract<Customer> contract = holding(new Sound() {
            @Override
            public <T> Reading<T> read(Customer customer, AttributeKey<T> key, Cut cut) {
                return adapter.read(customer, key, new Cut(LATE, cut.zone()));
            }
        });

        assertFound(contract::cut_doesNotLookAhead, "told more from its end on");
        assertFound(contract::evidence_isFromWithinTheCut, "when industry began");
    }

    @Test
    void lookAheadInWhatIsProvided_isFound() {
        ViewAdapterContract<Customer> contract = new StandardAdapterTest() {
            @Override
            protected ViewAdapter<Customer> adapter(List<Customer> customers) {
                ViewAdapter<Customer> all = Customer.adapter(customers);
                return new Sound() {
                    @Override
                    public Requirements provides(Cut cut) {
                        return all.provides(new Cut(LATE, cut.zone()));
                    }
                };
            }

            @Override
            protected Customer withFactsFrom(Customer customer, Instant recordedAt) {
                return Customer.builder(customer.id(), customer.since())
                        .add(Ticket.SERIES, ticket -> ticket.id("first").at(recordedAt))
                        .build();
            }
        };

        assertFound(contract::whatIsProvided_doesNotLookAhead, "what is provided in");
    }

    @Test
    void lookAheadInSeries_isFound() {
        ViewAdapterContract<Customer> contract = holding(new Sound() {
            @Override
            public List<Entry> entries(Customer customer, SeriesKey<?> key, Cut cut) {
                return adapter.entries(customer, key, new Cut(cut.asOf().knownAt(LATE.knownAt()), cut.zone()));
            }
        });

        assertFound(contract::cut_doesNotLookAhead, "told more from its end on");
        assertFound(contract::evidence_isFromWithinTheCut, "entry");
    }

    @Test
    void wrongOrder_isFound() {
        ViewAdapterContract<Customer> contract = holding(new Sound() {
            @Override
            public List<Entry> entries(Customer customer, SeriesKey<?> key, Cut cut) {
                List<Entry> entries = new ArrayList<>(adapter.entries(customer, key, cut));
                Collections.reverse(entries);
                return entries;
            }
        });

        assertFound(contract::entries_areInOrder_recordsOnce, "order of usage");
    }

    @Test
    void memoryOfEarlierReadings_isFound() {
        int[] readings = new int[1];
        ViewAdapterContract<Customer> contract = holding(new Sound() {
            @Override
            @SuppressWarnings("unchecked") // breaks the rule for a text alone
            public <T> Reading<T> read(Customer customer, AttributeKey<T> key, Cut cut) {
                return key.equals(CustomerAttributes.NAME)
                        ? Reading.present((T) ("reading " + readings[0]++), Provenance.of("memory"))
                        : adapter.read(customer, key, cut);
            }
        });

        assertFound(contract::readingAgain_showsTheSame, "reading");
    }

    @Test
    void wrongKind_isFound() {
        ViewAdapterContract<Customer> contract = holding(new Sound() {
            @Override
            @SuppressWarnings("unchecked") // breaks the rule
            public <T> Reading<T> read(Customer customer, AttributeKey<T> key, Cut cut) {
                return Reading.present((T) Double.valueOf(Double.NaN), Provenance.of("memory"));
            }
        });

        assertFound(contract::values_areOfTheirKind, "value of");
        assertFound(contract::unboundKeys_areMissing, "MISSING");
    }

    @Test
    void undeclaredField_isFound() {
        ViewAdapterContract<Customer> contract = holding(new Sound() {
            @Override
            public boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut) {
                return series.requiredFields().contains(field);
            }
        });

        assertFound(contract::fields_areBoundAsIsSaid, "which is not provided");
    }
}
