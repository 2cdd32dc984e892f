import pytest, random
from tests.theatre_site.test_admin import *
VALUES=["","0","-1","1","600","601","32767","32768","99999999999","x"*400,"слово","2011-10-04","0001-01-01","9999-12-31","10:00","24:00","25","on","http://[","https://youtu.be/x","<p>x</p>","\x00", "15:00", "2001-01-01"]
FKS={"partner","productions","performances","editions","person","production","instead_of","company","performance","presented_by","participant","venue","rubric","edition","slot"}
@each_model
@pytest.mark.parametrize("seed", range(12))
def test_fuzz(model, seed, admin_client):
    row=a_row(model) if model is not Theatre else factories.create_theatre()
    rnd=random.Random(f"{model.__name__}{seed}")
    for address in [admin_url(row)]+([admin_url(model,"add")] if model is not Theatre else []):
        base=form_data(admin_client.get(address), form_id=f"{model._meta.model_name}_form")
        # add inline rows
        page=admin_client.get(address)
        for inline in page.context["inline_admin_formsets"]:
            p=inline.formset.prefix
            n=int(base.get(f"{p}-TOTAL_FORMS",0))
            if inline.opts.has_add_permission(page.wsgi_request,None):
                base[f"{p}-TOTAL_FORMS"]=str(n+1)
                for name in inline.formset.empty_form.fields: base[f"{p}-{n}-{name}"]=""
        for _ in range(15):
            data=dict(base)
            names=[n for n in data if not n.endswith("_FORMS") and n!="csrfmiddlewaretoken"]
            for name in rnd.sample(names, min(len(names), rnd.randint(1,6))):
                data[name]=rnd.choice(["","1","99999",base[name]] if any(name.rsplit("-",1)[-1]==k for k in FKS) else VALUES)
            r=admin_client.post(address,data)
            assert r.status_code in (200,302)
            if r.status_code==302 and address.endswith("/change/") and not model.objects.filter(pk=row.pk).exists(): row=None;break
