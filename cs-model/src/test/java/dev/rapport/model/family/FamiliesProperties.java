package dev.rapport.model.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.CustomerAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

/** Against an oracle that follows parents for as many steps as there are customers. */
class FamiliesProperties {

    private static Book book(Map<String, String> said, List<String> ids) {
        ViewAdapter<String> adapter = ViewAdapter.<String>builder(id -> id)
                .attribute(CustomerAttributes.PARENT, said::get)
                .build();
        return Facts.of(adapter, ids).in(ZoneOffset.UTC, CurrencyUnit.EUR).asOf(LocalDate.of(2026, 6, 30));
    }

    /** What stays: parents that are there, of customers who do not come back to themselves. */
    private static Map<String, String> sound(Map<String, String> said, List<String> ids) {
        Map<String, String> known = new TreeMap<>(said);
        known.values().removeIf(parent -> !ids.contains(parent));
        Map<String, String> sound = new TreeMap<>(known);
        sound.keySet().removeIf(id -> {
            String at = known.get(id);
            for (int step = 0; step < ids.size() && at != null; step++) {
                if (at.equals(id)) {
                    return true;
                }
                at = known.get(at);
            }
            return false;
        });
        return sound;
    }

    private static boolean isBelow(Map<String, String> parents, String id, String top) {
        for (String at = id; at != null; at = parents.get(at)) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 500)
    void families_areWhoComesToTheSameTop_whateverTheOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
            ids.add("c" + i);
        }
        Map<String, String> said = new TreeMap<>();
        for (String id : ids) {
            if (random.nextInt(4) > 0) {
                said.put(id, "c" + random.nextInt(ids.size() + 1));
            }
        }
        Map<String, String> parents = sound(said, ids);
        Collections.shuffle(ids, random);
        Families families = Families.of(book(said, ids));

        Set<String> tops = new TreeSet<>();
        for (String id : ids) {
            assertThat(families.parent(id)).isEqualTo(java.util.Optional.ofNullable(parents.get(id)));
            assertThat(families.children(id))
                    .containsExactlyElementsOf(new TreeSet<>(ids)
                            .stream()
                                    .filter(other -> id.equals(parents.get(other)))
                                    .toList());
            assertThat(families.below(id).members())
                    .containsExactlyInAnyOrderElementsOf(ids.stream()
                            .filter(other -> isBelow(parents, other, id))
                            .toList());
            assertThat(isBelow(parents, id, families.top(id))).isTrue();
            assertThat(parents).doesNotContainKey(families.top(id));
            if (families.family(id).size() > 1) {
                tops.add(families.top(id));
            }
            List<String> bottomUp = families.family(id).bottomUp();
            parents.forEach((child, parent) -> {
                if (bottomUp.contains(child)) {
                    assertThat(bottomUp.indexOf(child)).isLessThan(bottomUp.indexOf(parent));
                }
            });
        }
        assertThat(families.all()).extracting(Family::top).containsExactlyElementsOf(tops);
        assertThat(families.problems().isEmpty()).isEqualTo(parents.equals(said));
    }
}
