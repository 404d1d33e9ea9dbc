package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables that a book can have, in the order in which they must be read. */
final class BookSchema {

    private final Map<String, TableSchema> tables = new LinkedHashMap<>();
    private final List<SeriesKey<?>> series;

    private BookSchema(List<AttributeKey<?>> attributes, List<SeriesKey<?>> series) {
        this.series = series;
        tables.put(TableSchema.CUSTOMERS, TableSchema.customers(attributes));
        tables.put(TableSchema.RATES, TableSchema.rates());
        series.forEach(key -> tables.put(key.name(), TableSchema.series(key)));
    }

    static BookSchema of(BookManifest manifest) {
        List<AttributeKey<?>> attributes = new ArrayList<>(CustomerAttributes.all());
        attributes.addAll(manifest.attributes());
        Map<String, SeriesKey<?>> series = new LinkedHashMap<>();
        series.put(Contract.SERIES.name(), Contract.SERIES);
        series.put(ContractLine.SERIES.name(), ContractLine.SERIES);
        CustomerSeries.all().forEach(key -> series.put(key.name(), key));
        manifest.series().forEach(key -> series.put(key.name(), key));
        return new BookSchema(attributes, List.copyOf(series.values()));
    }

    Collection<TableSchema> tables() {
        return Collections.unmodifiableCollection(tables.values());
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    TableSchema table(String name) {
        TableSchema table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("table (" + name + ") must be one of " + tables.keySet() + ".");
        }
        return table;
    }

    List<SeriesKey<?>> series() {
        return series;
    }
}
