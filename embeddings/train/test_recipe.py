"""python -m unittest: the parts of the recipe that a mistake would spoil unseen. No data or weights are needed."""
import random
import unittest
from collections import deque

import torch
from torch.nn.functional import normalize
from transformers import BertConfig, BertModel

from choose import mix
from late_interaction import Encoded, encode, join_sentences, max_sim, weighted
from split_sentences import split_sentences
from train import bank_loss, choice_loss, near_loss
from vary_question import misspell, vary_question


def small_model() -> BertModel:
    torch.manual_seed(1)
    config = BertConfig(vocab_size=200, hidden_size=32, num_hidden_layers=4, num_attention_heads=2, intermediate_size=64)
    return BertModel(config, add_pooling_layer=False).eval()


class Recipe(unittest.TestCase):
    def test_texts_encoded_together_are_as_if_alone(self):
        model, texts = small_model(), [[5, 6, 7], [8] * 20, [9, 10]]
        together = encode(model, texts)
        for text, rows in zip(texts, together.rows, strict=True):
            self.assertTrue(torch.allclose(rows, encode(model, [text]).rows[0], atol=1e-5))

    def test_frozen_layers_change_nothing_but_the_gradient(self):
        model, texts, cache = small_model(), [[5, 6, 7], [8, 9]], {}
        plain = encode(model, texts).pooled
        for _ in range(2):  # filling the cache, then reading it (half precision)
            self.assertTrue(torch.allclose(plain, encode(model, texts, 2, cache).pooled, atol=5e-3))
        encode(model, texts, 2, cache).pooled.sum().backward()
        self.assertIsNone(model.encoder.layer[1].output.dense.weight.grad)
        self.assertIsNotNone(model.encoder.layer[2].output.dense.weight.grad)

    def test_max_sim_is_the_best_cosine_of_each_sentence(self):
        torch.manual_seed(2)
        question, sentences = normalize(torch.randn(3, 8), dim=1), [normalize(torch.randn(n, 8), dim=1) for n in (4, 1, 6)]
        best = max_sim(question, join_sentences(sentences))
        for at, sentence in enumerate(sentences):
            self.assertTrue(torch.allclose(best[:, at], (question @ sentence.T).max(1).values))
        scores = weighted(best, [torch.tensor([1.0, 0.0]), torch.tensor([2.0])])
        self.assertTrue(torch.allclose(scores, best[[0, 2]]))

    def test_any_right_sentence_will_do(self):
        scores = torch.tensor([[9.0, 0.0, 9.0]])
        self.assertLess(choice_loss(scores, torch.tensor([[True, False, True]])).item(), 1e-3)
        self.assertGreater(choice_loss(scores, torch.tensor([[False, True, False]])).item(), 5)

    def test_near_misses_belong_below_right_answers(self):
        scores, target = torch.tensor([[0.9, 0.2], [0.1, 0.8]]), torch.tensor([[True, False], [False, True]])
        self.assertLess(near_loss(scores, target, torch.tensor([[0.3, 0.1]])).item(), 1e-3)
        self.assertGreater(near_loss(scores, target, torch.tensor([[0.3, 1.0]])).item(), 2)

    def test_mixing_reaches_from_stock_to_trained(self):
        stock, trained = {"a": torch.zeros(2)}, [{"a": torch.ones(2)}, {"a": torch.full((2,), 3.0)}]
        self.assertEqual([mix(stock, trained, share)["a"][0].item() for share in (0, 0.5, 1)], [0, 1, 2])

    def test_sentences_end_where_they_end(self):
        text = 'Dr. Castro left. "Why?" he asked. It cost 3.5 million.'
        self.assertEqual([text[a:b] for a, b in split_sentences(text)], ["Dr. Castro left.", '"Why?" he asked.', "It cost 3.5 million."])

    def test_a_varied_question_keeps_its_words_in_order(self):
        words = "What did the president promise the people of Cuba?".rstrip("?").split()
        misspelt = 0
        for seed in range(200):
            varied = vary_question("What did the president promise the people of Cuba?", random.Random(seed)).rstrip("?").split()
            new = [word for word in varied if word not in words]
            self.assertLessEqual(len(new), 1)
            misspelt += len(new)
            rest = iter(words)
            self.assertTrue(all(word in rest for word in varied if word in words), varied)
        self.assertTrue(0 < misspelt < 60)

    def test_a_slip_changes_one_place(self):
        for seed in range(200):
            wrong = misspell("promise", random.Random(seed))
            self.assertEqual((wrong[0], wrong[-1] in "es"), ("p", True))
            self.assertLessEqual(abs(len(wrong) - len("promise")), 1)

    def test_earlier_paragraphs_hold_foreign_questions_down(self):
        row, other = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
        asked = Encoded([row], row, [row])
        loss = lambda article, rows: bank_loss(asked, [torch.ones(1)], ["own"], torch.tensor(0.5), deque([(article, [rows])]), random.Random(1)).item()  # noqa: E731
        self.assertGreater(loss("foreign", row), 5)
        self.assertLess(loss("foreign", other), 1e-3)
        self.assertLess(loss("own", row), 1e-3)


if __name__ == "__main__":
    unittest.main()
