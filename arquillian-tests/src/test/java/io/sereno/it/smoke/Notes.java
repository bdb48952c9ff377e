package io.sereno.it.smoke;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
@Transactional
public class Notes {

  @PersistenceContext EntityManager entityManager;

  public void add(String text) {
    entityManager.persist(new Note(text));
  }

  public List<String> texts() {
    return entityManager
        .createQuery("select n from Note n", Note.class)
        .getResultStream()
        .map(Note::text)
        .toList();
  }
}
