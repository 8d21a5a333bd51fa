package org.roster.http.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of the records that contracts word failures with; no endpoint names them, so the scanner does not see them. */
final class RecordSchemas {

    private RecordSchemas() {}

    /** A reference to a record's schema, which is put among the named ones. */
    static Schema reference(Class<?> type, Map<String, Schema> named) {
        var name = type.getSimpleName();
        if (!named.containsKey(name)) {
            var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
            named.put(name, schema);
            for (RecordComponent component : type.getRecordComponents()) {
                schema.addProperty(nameOf(component), of(component.getGenericType(), named));
            }
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static Schema of(Type type, Map<String, Schema> named) {
        var schema = OASFactory.createSchema();
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)
                    ? schema.addType(SchemaType.ARRAY).items(of(generic.getActualTypeArguments()[0], named))
                    : schema.addType(SchemaType.OBJECT);
        }
        if (type instanceof Class<?> simple && simple.isRecord()) {
            return reference(simple, named);
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return schema.addType(SchemaType.INTEGER);
        }
        if (type == BigDecimal.class) {
            return schema.addType(SchemaType.NUMBER);
        }
        return schema.addType(type == boolean.class ? SchemaType.BOOLEAN : SchemaType.STRING);
    }
}
