package org.bluethread.facade.informea;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.olingo.odata2.api.edm.EdmMultiplicity;
import org.apache.olingo.odata2.api.edm.EdmSimpleTypeKind;
import org.apache.olingo.odata2.api.edm.FullQualifiedName;
import org.apache.olingo.odata2.api.edm.provider.Association;
import org.apache.olingo.odata2.api.edm.provider.AssociationEnd;
import org.apache.olingo.odata2.api.edm.provider.AssociationSet;
import org.apache.olingo.odata2.api.edm.provider.AssociationSetEnd;
import org.apache.olingo.odata2.api.edm.provider.EdmProvider;
import org.apache.olingo.odata2.api.edm.provider.EntityContainer;
import org.apache.olingo.odata2.api.edm.provider.EntityContainerInfo;
import org.apache.olingo.odata2.api.edm.provider.EntitySet;
import org.apache.olingo.odata2.api.edm.provider.EntityType;
import org.apache.olingo.odata2.api.edm.provider.Facets;
import org.apache.olingo.odata2.api.edm.provider.Key;
import org.apache.olingo.odata2.api.edm.provider.NavigationProperty;
import org.apache.olingo.odata2.api.edm.provider.Property;
import org.apache.olingo.odata2.api.edm.provider.PropertyRef;
import org.apache.olingo.odata2.api.edm.provider.Schema;
import org.apache.olingo.odata2.api.edm.provider.SimpleProperty;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.Model;
import org.bluethread.publish.informea.Part;
import org.bluethread.publish.informea.RecordSet;
import org.bluethread.publish.informea.RecordType;
import org.bluethread.publish.informea.ValueKind;

/** The sets of records as an entity data model. It is not changed once it is made. */
final class EdmModel extends EdmProvider {
  /** The namespace of the types. */
  static final String NAMESPACE = "informea";

  private static final String CONTAINER = "InforMEA";

  private final Map<String, EntityType> types = new LinkedHashMap<>();
  private final Map<String, EntitySet> sets = new LinkedHashMap<>();
  private final Map<String, Association> associations = new LinkedHashMap<>();
  private final Map<String, AssociationSet> associationSets = new LinkedHashMap<>();

  EdmModel() {
    for (RecordSet set : Model.ALL) {
      sets.put(
          set.name(),
          new EntitySet().setName(set.name()).setEntityType(qualified(set.type().name())));
      types.computeIfAbsent(set.type().name(), name -> type(set.type()));
      set.type().parts().forEach(part -> associate(set, part));
    }
  }

  private static EntityType type(RecordType type) {
    List<Property> properties = new ArrayList<>();
    type.fields().forEach(field -> properties.add(property(field)));
    Key key = new Key().setKeys(List.of(new PropertyRef().setName(RecordType.KEY)));
    EntityType made = new EntityType();
    made.setName(type.name()).setProperties(properties).setKey(key);
    return made.setNavigationProperties(
        type.parts().stream()
            .map(
                part ->
                    new NavigationProperty()
                        .setName(part.name())
                        .setRelationship(qualified(association(type, part)))
                        .setFromRole(type.name())
                        .setToRole(part.name()))
            .toList());
  }

  private static Property property(Field field) {
    return new SimpleProperty()
        .setName(field.name())
        .setType(kind(field.kind()))
        .setFacets(new Facets().setNullable(!field.required()));
  }

  /** The type of values. */
  static EdmSimpleTypeKind kind(ValueKind kind) {
    return switch (kind) {
      case TEXT, ADDRESS -> EdmSimpleTypeKind.String;
      case TIME -> EdmSimpleTypeKind.DateTime;
      case WHOLE -> EdmSimpleTypeKind.Int32;
      case DECIMAL -> EdmSimpleTypeKind.Double;
    };
  }

  private void associate(RecordSet set, Part part) {
    String name = association(set.type(), part);
    EdmMultiplicity owners =
        part.target().equals(Model.TREATIES) ? EdmMultiplicity.MANY : EdmMultiplicity.ONE;
    associations.put(
        name,
        new Association()
            .setName(name)
            .setEnd1(end(set.type().name(), set.type().name(), owners))
            .setEnd2(end(part.target().type().name(), part.name(), EdmMultiplicity.MANY)));
    associationSets.put(
        name,
        new AssociationSet()
            .setName(name)
            .setAssociation(qualified(name))
            .setEnd1(new AssociationSetEnd().setRole(set.type().name()).setEntitySet(set.name()))
            .setEnd2(
                new AssociationSetEnd().setRole(part.name()).setEntitySet(part.target().name())));
  }

  private static AssociationEnd end(String type, String role, EdmMultiplicity multiplicity) {
    return new AssociationEnd()
        .setType(qualified(type))
        .setRole(role)
        .setMultiplicity(multiplicity);
  }

  private static String association(RecordType type, Part part) {
    return type.name() + "_" + part.name();
  }

  private static FullQualifiedName qualified(String name) {
    return new FullQualifiedName(NAMESPACE, name);
  }

  @Override
  public EntityContainerInfo getEntityContainerInfo(String name) {
    return name == null || name.equals(CONTAINER)
        ? new EntityContainerInfo().setName(CONTAINER).setDefaultEntityContainer(true)
        : null;
  }

  @Override
  public EntityType getEntityType(FullQualifiedName name) {
    return types.get(name.getName());
  }

  @Override
  public EntitySet getEntitySet(String container, String name) {
    return sets.get(name);
  }

  @Override
  public Association getAssociation(FullQualifiedName name) {
    return associations.get(name.getName());
  }

  @Override
  public AssociationSet getAssociationSet(
      String container, FullQualifiedName association, String source, String role) {
    return associationSets.get(association.getName());
  }

  @Override
  public List<Schema> getSchemas() {
    EntityContainer container = new EntityContainer();
    container.setName(CONTAINER).setDefaultEntityContainer(true);
    container
        .setEntitySets(List.copyOf(sets.values()))
        .setAssociationSets(List.copyOf(associationSets.values()));
    return List.of(
        new Schema()
            .setNamespace(NAMESPACE)
            .setEntityTypes(List.copyOf(types.values()))
            .setAssociations(List.copyOf(associations.values()))
            .setEntityContainers(List.of(container)));
  }
}
